package io.ssdlab.core.store;

import java.nio.file.Path;

/**
 * A stored state of a training run, whole and undamaged.
 *
 * @param iteration the steps done
 * @param file what the training wrote
 */
public record Checkpoint(long iteration, Path file) {}
