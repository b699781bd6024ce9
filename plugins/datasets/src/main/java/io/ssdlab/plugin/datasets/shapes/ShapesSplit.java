package io.ssdlab.plugin.datasets.shapes;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The splits of the drawn data set: they share no image. */
public enum ShapesSplit {
    TRAIN(0),
    TEST(1);

    private final int stream;

    ShapesSplit(int stream) {
        this.stream = stream;
    }

    /** As in file names. */
    String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A random source for one image alone, so that the threads that draw and their order do not matter. */
    RandomGenerator randomOf(long seed, int index) {
        SplittableRandom bases = new SplittableRandom(seed);
        long base = bases.longs(stream + 1L).skip(stream).findFirst().orElseThrow();
        return new SplittableRandom(new SplittableRandom(base + index).nextLong());
    }
}
