package io.ssdlab.spi.training;

import ai.djl.ndarray.NDArray;
import io.ssdlab.spi.Maturity;

/**
 * What the heads predict for a batch, float32 on the training device.
 *
 * @param classLogits {@code [batch, priors, 1 + classes]}, background first, before the softmax
 * @param boxOffsets {@code [batch, priors, 4]}, encoded as {@link Targets#offsets}
 */
@Maturity(Maturity.Level.STABLE)
public record Predictions(NDArray classLogits, NDArray boxOffsets) {}
