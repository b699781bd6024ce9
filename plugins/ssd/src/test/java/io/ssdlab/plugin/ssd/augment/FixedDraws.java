package io.ssdlab.plugin.ssd.augment;

import java.util.random.RandomGenerator;

/** A source of fixed draws, each used once; an integer below a bound is that share of the bound. */
final class FixedDraws implements RandomGenerator {

    private final float[] draws;
    private int next;

    FixedDraws(float... draws) {
        this.draws = draws.clone();
    }

    @Override
    public float nextFloat() {
        return draws[next++];
    }

    @Override
    public int nextInt(int bound) {
        return (int) (nextFloat() * bound);
    }

    @Override
    public long nextLong() {
        throw new UnsupportedOperationException("only floats and bounded integers are fixed");
    }

    int used() {
        return next;
    }
}
