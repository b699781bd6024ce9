package io.ssdlab.report.diagnosis;

import java.util.List;

/**
 * Two runs on the same test images, image by image.
 *
 * @param first the name of a run's folder
 * @param second the name of another's
 * @param images all of them, by rising {@link ImageChange#gain}: those that the first does better come first; equals in
 *     the ground truth's order
 */
public record RunComparison(String first, String second, List<ImageChange> images) {

    public RunComparison {
        images = List.copyOf(images);
    }
}
