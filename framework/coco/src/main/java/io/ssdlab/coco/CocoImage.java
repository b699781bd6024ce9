package io.ssdlab.coco;

import io.ssdlab.spi.data.AnnotatedObject;
import java.util.List;

/**
 * An image with its annotated objects.
 *
 * @param id unique in the file; a number in the file is held as its decimal digits
 * @param fileName of the picture, for other tools; may be empty
 * @param width in pixels
 * @param height in pixels
 * @param objects in the order of the file; boxes in pixels
 */
public record CocoImage(String id, String fileName, int width, int height, List<AnnotatedObject> objects) {

    public CocoImage {
        objects = List.copyOf(objects);
    }
}
