package io.ssdlab.spi.data;

import io.ssdlab.spi.Maturity;
import java.util.List;

/**
 * A split of a data set.
 *
 * @param classes the names of the labels 1..classes, in order and without the background
 * @param images in the order of the split
 * @param warnings what was mended on the way (a box clipped to its image, say), each naming its file
 */
@Maturity(Maturity.Level.STABLE)
public record Dataset(List<String> classes, List<AnnotatedImage> images, List<String> warnings) {

    public Dataset {
        classes = List.copyOf(classes);
        images = List.copyOf(images);
        warnings = List.copyOf(warnings);
    }
}
