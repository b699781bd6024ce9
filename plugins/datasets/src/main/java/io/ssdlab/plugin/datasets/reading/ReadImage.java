package io.ssdlab.plugin.datasets.reading;

import io.ssdlab.spi.Problem;
import io.ssdlab.spi.data.AnnotatedImage;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading one image of the split.
 *
 * @param image empty if there are problems
 * @param problems why it could not be read
 * @param warnings what was mended
 */
public record ReadImage(Optional<AnnotatedImage> image, List<Problem> problems, List<String> warnings) {

    public ReadImage {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
