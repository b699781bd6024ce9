package io.ssdlab.plugin.datasets.evaluation;

/**
 * What a detection counts as.
 *
 * @param image the number of its image, from 0
 * @param rank the higher, the sooner it counts
 */
record JudgedDetection(int image, double rank, Verdict verdict) {}
