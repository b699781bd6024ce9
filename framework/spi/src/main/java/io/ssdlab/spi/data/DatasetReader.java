package io.ssdlab.spi.data;

import io.ssdlab.spi.Maturity;

/**
 * Reads one split of a data set: annotations and where the images are, not the pixels.
 *
 * <p>Called once a run, on one thread. What is read is untrusted: no XML entities, no path that leaves the data folder,
 * bounded sizes.
 */
@Maturity(Maturity.Level.STABLE)
@FunctionalInterface
public interface DatasetReader {

    /**
     * Reads the split.
     *
     * @throws io.ssdlab.spi.InvalidInputException with every problem found (up to a sensible number), each naming its
     *     file: a missing folder, an unreadable annotation, a class that no image has, a box without area
     */
    Dataset read();
}
