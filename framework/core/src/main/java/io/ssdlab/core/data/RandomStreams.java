package io.ssdlab.core.data;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The random streams of a run, all from its one seed. Each purpose and each sample has a stream of its own, so that what
 * one of them draws never shifts another: neither thread counts nor resumption change a run.
 *
 * @param seed of the run
 */
public record RandomStreams(long seed) {

    private static final long WEIGHTS = 1;
    private static final long ORDER = 2;
    private static final long SAMPLES = 3;

    /** For the initial weights. */
    public RandomGenerator weights() {
        return stream(WEIGHTS, 0);
    }

    /** For the order of the images in an epoch. */
    public RandomGenerator order(long epoch) {
        return stream(ORDER, epoch);
    }

    /** For the augmentation of the sample at a position of the endless sequence of samples. */
    public RandomGenerator sample(long position) {
        return stream(SAMPLES, position);
    }

    private RandomGenerator stream(long purpose, long index) {
        return new SplittableRandom(mix(mix(mix(seed) + purpose) + index));
    }

    /** The finaliser of SplitMix64: near seeds give unrelated streams. */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
