package io.ssdlab.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.MixingAugmenter;
import io.ssdlab.spi.data.OtherSamples;
import io.ssdlab.spi.data.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AugmentedSamplesTest {

    /** Appends a number that it draws to the image's id, so that the way of a sample can be read. */
    private static final Augmenter NUMBER =
            (sample, random) -> new Sample(sample.imageId() + " " + random.nextInt(1000), sample.image(), List.of());

    private static final Augmenter NOTHING = (sample, random) -> sample;

    /** Takes the id of another sample too. */
    private static final MixingAugmenter PAIR = new MixingAugmenter() {
        @Override
        public Sample augment(Sample sample, OtherSamples others, RandomGenerator random) {
            return new Sample(
                    "(" + sample.imageId() + ", " + others.draw(random).imageId() + ")", sample.image(), List.of());
        }
    };

    @TempDir
    private Path folder;

    @Test
    void stagesAreTheWayToTheSampleOfTheSameStream() {
        AugmentedSamples samples =
                new AugmentedSamples(ColouredSquares.in(folder, 5), List.of(NUMBER, NOTHING, PAIR, NUMBER), true);

        List<Sample> stages = samples.stages(3, new SplittableRandom(7));

        assertThat(stages).hasSize(5);
        assertThat(stages.get(0).imageId()).isEqualTo("square3");
        assertThat(stages.get(1).imageId()).matches("square3 \\d+");
        assertThat(stages.get(2)).isSameAs(stages.get(1));
        assertThat(stages.get(3).imageId()).matches("\\(square3 \\d+, square\\d \\d+\\)");
        assertThat(stages.get(4).imageId())
                .startsWith(stages.get(3).imageId() + " ")
                .isEqualTo(samples.augmented(3, new SplittableRandom(7)).imageId());
    }
}
