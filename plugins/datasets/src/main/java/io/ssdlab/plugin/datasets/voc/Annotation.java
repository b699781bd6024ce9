package io.ssdlab.plugin.datasets.voc;

import io.ssdlab.spi.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * What one annotation file says, before it is held against its image.
 *
 * @param file the XML file
 * @param width of the image in pixels as stated, 0 if it is not
 * @param height of the image in pixels as stated, 0 if it is not
 * @param objects in the order of the file
 * @param problems why the file or objects of it could not be understood; empty in a good file
 */
public record Annotation(Path file, int width, int height, List<NamedObject> objects, List<Problem> problems) {

    public Annotation {
        objects = List.copyOf(objects);
        problems = List.copyOf(problems);
    }

    /**
     * One object, its corners in pixels as stated: they may be inverted or outside of the image.
     *
     * @param number counts the objects of the file from 1
     * @param line where its element starts, from 1
     */
    public record NamedObject(
            String name, int xMin, int yMin, int xMax, int yMax, boolean difficult, int number, int line) {}

    /** Of an image of which nobody has told the objects; the file need not be there. */
    public static Annotation none(Path file) {
        return new Annotation(file, 0, 0, List.of(), List.of());
    }

    boolean statesSize() {
        return width > 0 && height > 0;
    }
}
