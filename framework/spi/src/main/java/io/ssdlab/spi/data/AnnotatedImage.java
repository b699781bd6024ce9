package io.ssdlab.spi.data;

import io.ssdlab.spi.Maturity;
import java.nio.file.Path;
import java.util.List;

/**
 * One image of a data set.
 *
 * @param id unique in the data set, such as {@code 000012}
 * @param file the encoded picture
 * @param width in pixels
 * @param height in pixels
 * @param objects all objects of the data set's classes, the difficult ones too; may be empty
 */
@Maturity(Maturity.Level.STABLE)
public record AnnotatedImage(String id, Path file, int width, int height, List<AnnotatedObject> objects) {

    public AnnotatedImage {
        objects = List.copyOf(objects);
    }
}
