package io.ssdlab.plugin.augmenters;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Sample;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Samples for properties: noise of any small size with up to a dozen objects anywhere. */
public final class RandomSamples {

    private RandomSamples() {}

    /** Pictures of 1 to {@code longestSide} pixels a side. */
    public static Arbitrary<Sample> upTo(int longestSide) {
        Arbitrary<Integer> side = Arbitraries.integers().between(1, longestSide);
        return Combinators.combine(side, side, Arbitraries.integers().between(0, 12), Arbitraries.longs())
                .as((width, height, objects, seed) ->
                        new Sample("a", Pictures.noise(width, height), objects(objects, new SplittableRandom(seed))));
    }

    private static List<GroundTruth> objects(int count, SplittableRandom random) {
        return Stream.generate(() -> object(random)).limit(count).toList();
    }

    private static GroundTruth object(SplittableRandom random) {
        float x = random.nextFloat() * 0.99f;
        float y = random.nextFloat() * 0.99f;
        CornerBox box = new CornerBox(
                x,
                y,
                x + (1 - x) * (0.01f + 0.99f * random.nextFloat()),
                y + (1 - y) * (0.01f + 0.99f * random.nextFloat()));
        return new GroundTruth(box.clipped(), 1 + random.nextInt(20), random.nextBoolean());
    }
}
