package io.ssdlab.core.detect;

import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.evaluation.Detection;
import java.util.List;

/** A detector that is ready, wherever its weights came from. Used from the thread on which the engine was loaded. */
public interface LoadedDetector extends AutoCloseable {

    /** The names of the labels 1..classes. */
    List<String> classes();

    /**
     * Detects on decoded pictures of any size, all in one forward pass.
     *
     * @param images at least one
     * @return the detections of each, in pixels of that picture, by label and then by score; none below the score threshold of
     *     the detector's settings
     * @throws ArithmeticException if a prediction is not a number: the training has diverged
     */
    default List<List<Detection>> detect(List<Image> images) {
        return detect(images, StageListener.NONE);
    }

    /** The same with somebody told how long it took. */
    List<List<Detection>> detect(List<Image> images, StageListener stages);

    /** Frees its arrays and threads. */
    @Override
    void close();
}
