package io.ssdlab.plugin.augmenters.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.plugin.augmenters.Pictures;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.testkit.AugmenterContract;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RandomErasingTest extends AugmenterContract {

    private static final Preprocessing ORIGINAL = new Preprocessing(Preprocessing.ChannelOrder.BGR, 104, 117, 123, 1);

    @Override
    protected Augmenter augmenter() {
        return erasing(0.5, Within.BOTH, Fill.RANDOM);
    }

    private static Augmenter erasing(double probability, Within within, Fill fill) {
        return new RandomErasing(new RandomErasingConfig(probability, within, 0.02, 0.4, 0.3, 3.3, fill), ORIGINAL);
    }

    @Test
    void sharesAndAspectRatiosAreThoseOfThePaperAsFarAsHolesFit() {
        int width = 120;
        int height = 60;
        Sample sample = new Sample("a", Pictures.noise(width, height), List.of());
        Augmenter erasing = erasing(1, Within.IMAGE, Fill.MEAN);
        int seeds = 1500;
        double share = 0;
        double logAspectRatio = 0;
        for (int seed = 0; seed < seeds; seed++) {
            Image erased = erasing.augment(sample, new SplittableRandom(seed)).image();
            PixelArea hole = ChangedPixels.around(sample.image(), erased);
            ChangedPixels.assertFilled(sample.image(), erased, hole, 104, 117, 123);
            share += (double) hole.width() * hole.height() / (width * height) / seeds;
            logAspectRatio += Math.log((double) hole.height() / hole.width()) / seeds;
        }
        double[] expected = meansOfHolesThatFit(width, height);
        assertThat(share).isCloseTo(expected[0], within(0.01));
        assertThat(logAspectRatio).isCloseTo(expected[1], within(0.05));
    }

    /** The mean share and logarithm of the aspect ratio, over a fine grid of both, of the holes that fit. */
    private static double[] meansOfHolesThatFit(int width, int height) {
        int steps = 400;
        double fitting = 0;
        double shares = 0;
        double logs = 0;
        for (int i = 0; i < steps; i++) {
            double share = 0.02 + 0.38 * (i + 0.5) / steps;
            for (int j = 0; j < steps; j++) {
                double aspectRatio = 0.3 + 3 * (j + 0.5) / steps;
                double area = share * width * height;
                if (Math.round(Math.sqrt(area * aspectRatio)) < height
                        && Math.round(Math.sqrt(area / aspectRatio)) < width) {
                    fitting++;
                    shares += share;
                    logs += Math.log(aspectRatio);
                }
            }
        }
        return new double[] {shares / fitting, logs / fitting};
    }

    @Test
    void aHoleOfOneSizeLiesAnywhere() {
        Augmenter quarter =
                new RandomErasing(new RandomErasingConfig(1, Within.IMAGE, 0.25, 0.25, 1, 1, Fill.ZERO), ORIGINAL);
        Sample sample = new Sample("a", Pictures.plain(8, 8, 9, 9, 9), List.of());
        int[][] places = new int[5][5];
        for (int seed = 0; seed < 2500; seed++) {
            Image erased = quarter.augment(sample, new SplittableRandom(seed)).image();
            PixelArea hole = ChangedPixels.around(sample.image(), erased);
            ChangedPixels.assertFilled(sample.image(), erased, hole, 0, 0, 0);
            assertThat(hole.width()).isEqualTo(4);
            assertThat(hole.height()).isEqualTo(4);
            places[hole.left()][hole.top()]++;
        }
        for (int[] column : places) {
            for (int count : column) {
                assertThat((double) count).isCloseTo(100, within(5 * Math.sqrt(96)));
            }
        }
    }

    @Test
    void aspectRatiosAreHeightOverWidth() {
        Augmenter tall =
                new RandomErasing(new RandomErasingConfig(1, Within.IMAGE, 0.04, 0.04, 4, 4, Fill.MEAN), ORIGINAL);
        Sample sample = new Sample("a", Pictures.plain(50, 50, 9, 9, 9), List.of());
        PixelArea hole = ChangedPixels.around(
                sample.image(), tall.augment(sample, new SplittableRandom(1)).image());
        assertThat(hole.width()).isEqualTo(5);
        assertThat(hole.height()).isEqualTo(20);
    }

    @Test
    void randomLevelsAreUniform() {
        Augmenter erasing =
                new RandomErasing(new RandomErasingConfig(1, Within.IMAGE, 0.64, 0.64, 1, 1, Fill.RANDOM), ORIGINAL);
        Sample sample = new Sample("a", Pictures.plain(200, 200, 0, 0, 0), List.of());
        Image erased = erasing.augment(sample, new SplittableRandom(4)).image();
        PixelArea hole = ChangedPixels.around(sample.image(), erased);
        for (int channel = 0; channel < 3; channel++) {
            double[] counts = new double[256];
            for (int y = hole.top(); y < hole.bottom(); y++) {
                for (int x = hole.left(); x < hole.right(); x++) {
                    counts[erased.value(x, y, channel)]++;
                }
            }
            double expected = 160.0 * 160 / 256;
            double chiSquare = 0;
            for (double count : counts) {
                chiSquare += (count - expected) * (count - expected) / expected;
            }
            // 255 degrees of freedom: five standard deviations of sqrt(2 * 255) either way.
            assertThat(chiSquare).isCloseTo(255, within(5 * Math.sqrt(510)));
        }
    }

    @Test
    void eachObjectGetsAHoleOfItsOwn() {
        GroundTruth left = new GroundTruth(new CornerBox(0.1f, 0.1f, 0.4f, 0.9f), 1, false);
        GroundTruth right = new GroundTruth(new CornerBox(0.6f, 0.2f, 0.8f, 0.7f), 2, true);
        Sample sample = new Sample("a", Pictures.plain(100, 100, 9, 9, 9), List.of(left, right));
        Augmenter erasing = erasing(0.5, Within.OBJECTS, Fill.MEAN);
        int[] seen = new int[4];
        for (int seed = 0; seed < 400; seed++) {
            Sample erased = erasing.augment(sample, new SplittableRandom(seed));
            assertThat(erased.groundTruths()).isEqualTo(sample.groundTruths());
            PixelArea holes = ChangedPixels.around(sample.image(), erased.image());
            boolean inLeft = holes.left() < 40 && holes.width() > 0;
            boolean inRight = holes.right() > 60;
            seen[(inLeft ? 1 : 0) + (inRight ? 2 : 0)]++;
            if (inLeft && !inRight) {
                assertInside(holes, new PixelArea(10, 10, 40, 90));
            } else if (inRight && !inLeft) {
                assertInside(holes, new PixelArea(60, 20, 80, 70));
            }
        }
        for (int count : seen) {
            assertThat((double) count).isCloseTo(100, within(5 * Math.sqrt(75)));
        }
    }

    @Test
    void bothErasesThePictureAndItsObjects() {
        Sample sample = new Sample(
                "a",
                Pictures.plain(100, 100, 9, 9, 9),
                List.of(new GroundTruth(new CornerBox(0.9f, 0.9f, 1, 1), 1, false)));
        Image image = erasing(1, Within.IMAGE, Fill.MEAN)
                .augment(sample, new SplittableRandom(2))
                .image();
        PixelArea first = ChangedPixels.around(sample.image(), image);
        assertThat(first.right())
                .as("the picture's hole ends before the object")
                .isLessThan(90);

        Image both = erasing(1, Within.BOTH, Fill.MEAN)
                .augment(sample, new SplittableRandom(2))
                .image();
        assertInside(ChangedPixels.around(image, both), new PixelArea(90, 90, 100, 100));
    }

    private static void assertInside(PixelArea hole, PixelArea area) {
        assertThat(hole.left()).isGreaterThanOrEqualTo(area.left());
        assertThat(hole.top()).isGreaterThanOrEqualTo(area.top());
        assertThat(hole.right()).isLessThanOrEqualTo(area.right());
        assertThat(hole.bottom()).isLessThanOrEqualTo(area.bottom());
        assertThat(hole.width()).isBetween(1, area.width() - 1);
        assertThat(hole.height()).isBetween(1, area.height() - 1);
    }

    @Test
    void whereNoHoleFitsTheSampleStaysAsItIs() {
        Sample row = new Sample("a", Pictures.noise(97, 1), List.of());
        assertThat(erasing(1, Within.IMAGE, Fill.MEAN).augment(row, new SplittableRandom(1)))
                .isSameAs(row);
    }

    @Test
    void refusesRangesUpsideDown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomErasingConfig(1, Within.IMAGE, 0.5, 0.4, 1, 1, Fill.MEAN))
                .withMessageContaining("min-area 0.5 is above max-area 0.4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomErasingConfig(1, Within.IMAGE, 0.1, 0.4, 2, 1, Fill.MEAN))
                .withMessageContaining("min-aspect-ratio 2.0 is above max-aspect-ratio 1.0");
    }
}
