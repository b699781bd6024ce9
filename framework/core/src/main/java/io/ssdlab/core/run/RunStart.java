package io.ssdlab.core.run;

/**
 * What a run sets out to do.
 *
 * @param row the row of the table
 * @param seed of every random choice
 * @param trainImages images to train on
 * @param testImages images to score on
 * @param classes without the background
 * @param boxes prior boxes
 * @param parameters values of the network that training learns unless they are frozen
 * @param firstIteration 0, or the steps done when an interrupted run goes on
 * @param iterations in all
 */
public record RunStart(
        String row,
        long seed,
        int trainImages,
        int testImages,
        int classes,
        int boxes,
        long parameters,
        int firstIteration,
        int iterations) {}
