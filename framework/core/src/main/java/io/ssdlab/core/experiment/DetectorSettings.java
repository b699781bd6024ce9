package io.ssdlab.core.experiment;

/**
 * What it takes to detect with weights: the part of an {@link Experiment} that is left when nothing is trained.
 */
public record DetectorSettings(ModelSettings model, DetectionSettings detection) {}
