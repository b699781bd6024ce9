package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.MixingAugmenter;
import io.ssdlab.spi.data.OtherSamples;
import io.ssdlab.spi.data.Sample;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every {@link MixingAugmenter} must do, alone with one sample (as {@link AugmenterContract} asks, but for the number of
 * objects, of which a sample mixed with itself has more) and among others.
 */
public abstract class MixingAugmenterContract extends AugmenterContract {

    private static final int SEEDS = 40;

    /** The augmenter under test; called once for each test. */
    @Override
    protected abstract MixingAugmenter augmenter();

    @Override
    @ParameterizedTest
    @MethodSource("samples")
    void inventsNoObject(Sample sample) {
        MixingAugmenter augmenter = augmenter();
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(kinds(List.of(augmenter.augment(sample, new SplittableRandom(seed)))))
                    .as("kinds of objects, seed %d", seed)
                    .isSubsetOf(kinds(List.of(sample)));
        }
    }

    @Test
    void mixesEverySampleWithAnyOther() {
        MixingAugmenter augmenter = augmenter();
        List<Sample> samples = samples().map(named -> named.getPayload()).toList();
        OtherSamples others = random -> samples.get(random.nextInt(samples.size()));
        for (Sample sample : samples) {
            for (int seed = 0; seed < SEEDS; seed++) {
                Sample mixed = augmenter.augment(sample, others, new SplittableRandom(seed));
                assertThat(mixed.imageId()).isEqualTo(sample.imageId());
                assertThat(kinds(List.of(mixed))).isSubsetOf(kinds(samples));
                for (GroundTruth object : mixed.groundTruths()) {
                    CornerBox box = object.box();
                    assertThat(box.area()).as("area of %s, seed %d", box, seed).isPositive();
                    assertThat(box.clipped())
                            .as("box cut to the image, seed %d", seed)
                            .isEqualTo(box);
                }
            }
        }
    }

    @Test
    void leavesTheOthersAsTheyAreAndGivesTheSameAgain() {
        MixingAugmenter augmenter = augmenter();
        List<Sample> samples = samples().map(named -> named.getPayload()).toList();
        List<byte[]> pixels =
                samples.stream().map(sample -> sample.image().bgr().clone()).toList();
        OtherSamples others = random -> samples.get(random.nextInt(samples.size()));
        for (int seed = 0; seed < SEEDS; seed++) {
            Sample first = augmenter.augment(samples.get(0), others, new SplittableRandom(seed));
            Sample second = augmenter.augment(samples.get(0), others, new SplittableRandom(seed));
            assertThat(second.image().bgr())
                    .as("pixels, seed %d", seed)
                    .isEqualTo(first.image().bgr());
            assertThat(second.groundTruths()).as("objects, seed %d", seed).isEqualTo(first.groundTruths());
        }
        for (int i = 0; i < pixels.size(); i++) {
            assertThat(samples.get(i).image().bgr()).as("pixels given").isEqualTo(pixels.get(i));
        }
    }

    private static Set<String> kinds(List<Sample> samples) {
        return samples.stream()
                .flatMap(sample -> sample.groundTruths().stream())
                .map(object -> object.label() + (object.difficult() ? " difficult" : ""))
                .collect(Collectors.toSet());
    }
}
