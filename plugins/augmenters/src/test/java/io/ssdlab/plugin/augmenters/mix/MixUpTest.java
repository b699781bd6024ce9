package io.ssdlab.plugin.augmenters.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.plugin.augmenters.Pictures;
import io.ssdlab.plugin.augmenters.image.MeanColour;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.MixingAugmenter;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.testkit.MixingAugmenterContract;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MixUpTest extends MixingAugmenterContract {

    private static final Preprocessing ORIGINAL = new Preprocessing(Preprocessing.ChannelOrder.BGR, 104, 117, 123, 1);
    private static final MeanColour MEAN = new MeanColour(104, 117, 123);
    private static final GroundTruth FIRST = new GroundTruth(new CornerBox(0.125f, 0.25f, 0.625f, 0.75f), 3, false);
    private static final GroundTruth SECOND = new GroundTruth(new CornerBox(0, 0.5f, 0.25f, 1), 4, true);

    @Override
    protected MixingAugmenter augmenter() {
        return mixUp(0.5, 1.5, 0);
    }

    private static MixingAugmenter mixUp(double probability, double alpha, double minWeight) {
        return new MixUp(new MixUpConfig(probability, alpha, minWeight), ORIGINAL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.25, 0.5, 0.73, 1})
    void levelsAreWeightedMeans(double weight) {
        Image one = Pictures.noise(20, 10);
        Image other = Pictures.plain(20, 10, 0, 130, 255);
        Image blended = new Blend(one, other, MEAN).weighted(weight);
        for (int i = 0; i < blended.bgr().length; i++) {
            double expected = weight * (one.bgr()[i] & 0xff) + (1 - weight) * (other.bgr()[i] & 0xff);
            assertThat((double) (blended.bgr()[i] & 0xff)).isCloseTo(expected, within(0.51));
        }
    }

    @Test
    void picturesOfDifferentSizesAreFilledUp() {
        Image wide = Pictures.plain(4, 1, 200, 200, 200);
        Image tall = Pictures.plain(2, 3, 40, 40, 40);
        Blend blend = new Blend(wide, tall, MEAN);
        Image blended = blend.weighted(0.5);
        assertThat(blended.width()).isEqualTo(4);
        assertThat(blended.height()).isEqualTo(3);
        assertThat(blended.value(1, 0, 0)).isEqualTo(120);
        assertThat(blended.value(3, 0, 0)).isEqualTo((200 + 104) / 2);
        assertThat(blended.value(1, 2, 0)).isEqualTo((104 + 40) / 2);
        assertThat(blended.value(3, 2, 0)).isEqualTo(104);
        assertThat(blend.onBoth(wide, List.of(FIRST)))
                .containsExactly(FIRST.withBox(new CornerBox(0.125f, 0.25f / 3, 0.625f, 0.25f)));
        assertThat(blend.onBoth(tall, List.of(SECOND)))
                .containsExactly(SECOND.withBox(new CornerBox(0, 0.5f, 0.125f, 1)));
    }

    @Test
    void objectsOfBothStay() {
        for (int seed = 0; seed < 50; seed++) {
            Sample mixed = mixUp(1, 1.5, 0).augment(first(), random -> second(), new SplittableRandom(seed));
            assertThat(mixed.imageId()).isEqualTo("first");
            assertThat(mixed.groundTruths()).containsExactly(FIRST, SECOND);
        }
    }

    @Test
    void objectsOfAPictureOfLittleWeightAreLeftOut() {
        int[] seen = new int[4];
        for (int seed = 0; seed < 200; seed++) {
            Sample mixed = mixUp(1, 1, 0.3).augment(first(), random -> second(), new SplittableRandom(seed));
            double weight = weight(mixed);
            assertThat(mixed.groundTruths().contains(FIRST)).isEqualTo(weight > 0.3);
            assertThat(mixed.groundTruths().contains(SECOND)).isEqualTo(weight < 0.7);
            seen[mixed.groundTruths().size()]++;
        }
        assertThat(seen[0]).isZero();
        assertThat(seen[1]).isBetween(80, 160);
    }

    /** Against the density, integrated by steps: Kolmogorov and Smirnov's distance, at a level of 0.001. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.5, 8})
    void weightsAreThoseOfTheBetaDistribution(double alpha) {
        int count = 2000;
        double[] weights = new double[count];
        for (int seed = 0; seed < count; seed++) {
            weights[seed] = weight(mixUp(1, alpha, 0).augment(first(), random -> second(), new SplittableRandom(seed)));
        }
        Arrays.sort(weights);
        double[] cumulative = cumulativeDensity(alpha, 10_000);
        double furthest = 0;
        for (int i = 0; i < count; i++) {
            double expected = cumulative[(int) Math.min(9_999, weights[i] * 10_000)];
            furthest = Math.max(furthest, Math.abs((i + 0.5) / count - expected));
        }
        assertThat(furthest).isLessThan(1.95 / Math.sqrt(count));
    }

    private static double[] cumulativeDensity(double alpha, int steps) {
        double[] cumulative = new double[steps];
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double x = (i + 0.5) / steps;
            sum += Math.pow(x * (1 - x), alpha - 1);
            cumulative[i] = sum;
        }
        for (int i = 0; i < steps; i++) {
            cumulative[i] /= sum;
        }
        return cumulative;
    }

    /** The weight of the white picture, from its level. */
    private static double weight(Sample mixed) {
        return mixed.image().value(0, 0, 0) / 255.0;
    }

    private static Sample first() {
        return new Sample("first", Pictures.plain(4, 4, 255, 255, 255), List.of(FIRST));
    }

    private static Sample second() {
        return new Sample("second", Pictures.plain(4, 4, 0, 0, 0), List.of(SECOND));
    }
}
