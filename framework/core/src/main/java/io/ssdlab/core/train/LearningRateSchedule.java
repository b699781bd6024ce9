package io.ssdlab.core.train;

import java.util.List;

/**
 * The learning rate of each iteration: a base rate multiplied by {@code gamma} at each step (Caffe's "multistep"), after
 * a linear warm-up.
 *
 * @param base rate before the first step
 * @param gamma factor at each step
 * @param steps iterations from which the next factor holds, ascending
 * @param warmUpIterations over which the rate climbs to the base rate; 0 for none, as the original
 */
public record LearningRateSchedule(double base, double gamma, List<Integer> steps, int warmUpIterations) {

    public LearningRateSchedule {
        steps = List.copyOf(steps);
    }

    /** The rate of an iteration, counted from 0. */
    public double at(int iteration) {
        double rate = base;
        for (int step : steps) {
            if (iteration >= step) {
                rate *= gamma;
            }
        }
        return iteration < warmUpIterations ? rate * (iteration + 1) / warmUpIterations : rate;
    }
}
