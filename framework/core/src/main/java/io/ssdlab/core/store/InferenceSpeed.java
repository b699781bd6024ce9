package io.ssdlab.core.store;

/**
 * How fast a trained detector runs.
 *
 * @param imagesPerSecond over the measured batches
 * @param batch images a batch
 * @param includes what the time covers, such as {@code forward, decoding, suppression; without loading}
 */
public record InferenceSpeed(double imagesPerSecond, int batch, String includes) {}
