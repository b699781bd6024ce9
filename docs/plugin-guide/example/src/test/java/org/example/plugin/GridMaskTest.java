package org.example.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.Preprocessing.ChannelOrder;
import io.ssdlab.testkit.AugmenterContract;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GridMaskTest extends AugmenterContract {

    private static final int[] MEAN = {104, 117, 123};
    private static final Preprocessing PREPROCESSING = new Preprocessing(ChannelOrder.BGR, 104, 117, 123, 1);

    @Override
    protected Augmenter augmenter() {
        return gridMask(0.5, 0.5);
    }

    private static GridMask gridMask(double probability, double kept) {
        return new GridMask(new GridMaskConfig(probability, kept), PREPROCESSING);
    }

    /** No pixel has the mean colour. */
    private static Image picture(int width, int height) {
        byte[] bgr = new byte[width * height * 3];
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) (i % 90);
        }
        return new Image(width, height, bgr);
    }

    @Test
    void coversTheRestOfEachUnit() {
        Image picture = picture(13, 9);

        Image masked = gridMask(1, 0.5).mask(picture, 4, 1, 2);

        for (int y = 0; y < 9; y++) {
            for (int x = 0; x < 13; x++) {
                // The last two columns and rows of units of 4 that begin at column 1 and row 2.
                boolean covered = List.of(0, 3, 4, 7, 8, 11, 12).contains(x)
                        && List.of(0, 1, 4, 5, 8).contains(y);
                for (int channel = 0; channel < 3; channel++) {
                    assertThat(masked.value(x, y, channel))
                            .as("channel %d at %d, %d", channel, x, y)
                            .isEqualTo(covered ? MEAN[channel] : picture.value(x, y, channel));
                }
            }
        }
    }

    /** (1 - r)^2 of the picture, where units fill it evenly (arXiv:2001.04086 section 3). */
    @Test
    void coversTheShareThatThePaperStates() {
        for (double kept : new double[] {0.25, 0.5, 0.75}) {
            Image masked = gridMask(1, kept).mask(picture(40, 24), 8, 3, 5);
            int covered = 0;
            for (int i = 0; i < 40 * 24; i++) {
                covered += masked.value(i % 40, i / 40, 0) == MEAN[0] ? 1 : 0;
            }
            assertThat(covered / (40.0 * 24)).isEqualTo((1 - kept) * (1 - kept));
        }
    }

    @Test
    void masksAsOftenAsItSaysAndLeavesObjects() {
        List<GroundTruth> objects = List.of(new GroundTruth(new CornerBox(0.1f, 0.2f, 0.5f, 0.9f), 1, false));
        Sample sample = new Sample("a", picture(20, 30), objects);
        int masked = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Sample augmented = gridMask(0.7, 0.5).augment(sample, new SplittableRandom(seed));
            assertThat(augmented.groundTruths()).isEqualTo(objects);
            masked += augmented == sample ? 0 : 1;
        }
        assertThat(masked).isBetween(650, 750);
    }
}
