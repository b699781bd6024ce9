package io.ssdlab.spi.evaluation;

import io.ssdlab.spi.Maturity;
import io.ssdlab.spi.box.PixelBox;

/**
 * One detected object.
 *
 * @param label 1..classes
 * @param score confidence, 0 to 1
 * @param box corners in pixels of the original image
 */
@Maturity(Maturity.Level.STABLE)
public record Detection(int label, double score, PixelBox box) {}
