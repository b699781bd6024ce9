package io.ssdlab.plugin.augmenters.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.plugin.augmenters.Pictures;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.testkit.AugmenterContract;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CutOutTest extends AugmenterContract {

    private static final Preprocessing ORIGINAL = new Preprocessing(Preprocessing.ChannelOrder.BGR, 104, 117, 123, 1);

    @Override
    protected Augmenter augmenter() {
        return cutOut(0.5, 3, 0.5, Fill.RANDOM);
    }

    private static Augmenter cutOut(double probability, int holes, double size, Fill fill) {
        return new CutOut(new CutOutConfig(probability, holes, size, fill), ORIGINAL);
    }

    /** CIFAR's 32 pixels with a hole of 16, as in the paper: 32 x 32 centres, of which the outer 8 are cut off. */
    @Test
    void aHoleReachesOverTheEdgeAsOftenAsItsCentreLiesThere() {
        Sample sample = new Sample("a", Pictures.plain(32, 32, 9, 9, 9), List.of());
        Augmenter cutOut = cutOut(1, 1, 0.5, Fill.MEAN);
        int seeds = 2000;
        double whole = 0;
        double area = 0;
        for (int seed = 0; seed < seeds; seed++) {
            Image cut = cutOut.augment(sample, new SplittableRandom(seed)).image();
            PixelArea hole = ChangedPixels.around(sample.image(), cut);
            ChangedPixels.assertFilled(sample.image(), cut, hole, 104, 117, 123);
            assertThat(hole.width()).isBetween(8, 16);
            assertThat(hole.height()).isBetween(8, 16);
            whole += hole.width() == 16 && hole.height() == 16 ? 1 : 0;
            area += (double) hole.width() * hole.height() / seeds;
        }
        double wholeShare = 17.0 / 32 * 17 / 32;
        assertThat(whole / seeds).isCloseTo(wholeShare, within(5 * Math.sqrt(wholeShare * (1 - wholeShare) / seeds)));
        double meanSide = 0;
        for (int centre = 0; centre < 32; centre++) {
            meanSide += (Math.min(32, centre + 8) - Math.max(0, centre - 8)) / 32.0;
        }
        assertThat(area).isCloseTo(meanSide * meanSide, within(5.0));
    }

    @Test
    void theSideIsAShareOfTheShorterSide() {
        Sample sample = new Sample("a", Pictures.plain(300, 20, 9, 9, 9), List.of());
        int widest = 0;
        for (int seed = 0; seed < 50; seed++) {
            Image cut = cutOut(1, 1, 0.25, Fill.ZERO)
                    .augment(sample, new SplittableRandom(seed))
                    .image();
            PixelArea hole = ChangedPixels.around(sample.image(), cut);
            ChangedPixels.assertFilled(sample.image(), cut, hole, 0, 0, 0);
            widest = Math.max(widest, hole.width());
        }
        assertThat(widest).isEqualTo(5);
    }

    @Test
    void holesAreAsManyAsAsked() {
        Sample sample = new Sample("a", Pictures.plain(400, 400, 9, 9, 9), List.of());
        Image cut = cutOut(1, 7, 0.0025, Fill.MEAN)
                .augment(sample, new SplittableRandom(5))
                .image();
        int changed = 0;
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 400; x++) {
                changed += Pictures.same(sample.image(), cut, x, y) ? 0 : 1;
            }
        }
        assertThat(changed).as("holes of one pixel").isEqualTo(7);
    }

    @Test
    void withoutProbabilityNothingIsCut() {
        Sample sample = new Sample("a", Pictures.noise(8, 8), List.of());
        assertThat(cutOut(0, 1, 0.5, Fill.MEAN).augment(sample, new SplittableRandom(1)))
                .isSameAs(sample);
    }
}
