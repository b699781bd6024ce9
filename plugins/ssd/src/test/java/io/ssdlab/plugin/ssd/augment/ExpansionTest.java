package io.ssdlab.plugin.ssd.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.testkit.AugmenterContract;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ExpansionTest extends AugmenterContract {

    private static final Preprocessing ORIGINAL = new Preprocessing(Preprocessing.ChannelOrder.BGR, 104, 117, 123, 1);

    @Override
    protected Augmenter augmenter() {
        return new Expansion(new ExpansionConfig(0.5, 4, false), ORIGINAL);
    }

    @Test
    void thePictureLiesOnTheMeanColour() {
        Expansion expansion = new Expansion(new ExpansionConfig(1, 4, false), ORIGINAL);
        Image picture = Pictures.noise(5, 3);
        Image canvas = expansion.expand(picture, new ExpansionPlacement(5, 3, 11, 8, 4, 2));
        assertThat(canvas.width()).isEqualTo(11);
        assertThat(canvas.height()).isEqualTo(8);
        int[] mean = {104, 117, 123};
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 11; x++) {
                boolean inside = x >= 4 && x < 9 && y >= 2 && y < 5;
                for (int channel = 0; channel < 3; channel++) {
                    assertThat(canvas.value(x, y, channel))
                            .as("x %d, y %d, channel %d", x, y, channel)
                            .isEqualTo(inside ? picture.value(x - 4, y - 2, channel) : mean[channel]);
                }
            }
        }
    }

    @Test
    void boxesStayOnTheirPixels() {
        Expansion expansion = new Expansion(new ExpansionConfig(1, 4, false), ORIGINAL);
        GroundTruth object = new GroundTruth(new CornerBox(0.25f, 0.5f, 0.75f, 1), 2, true);
        Sample expanded = expansion.augment(
                new Sample("a", Pictures.noise(64, 48), List.of(object)), new FixedDraws(0, 0.5f, 0.75f, 0.25f));
        assertThat(expanded.image().width()).isEqualTo(160);
        assertThat(expanded.image().height()).isEqualTo(120);
        assertThat(expanded.groundTruths()).hasSize(1);
        assertThat(expanded.groundTruths().get(0).label()).isEqualTo(2);
        assertThat(expanded.groundTruths().get(0).difficult()).isTrue();
        PixelBox box = PixelBox.of(expanded.groundTruths().get(0).box(), 160, 120);
        assertThat(box.xMin()).isCloseTo(24 + 16, within(1e-4));
        assertThat(box.yMin()).isCloseTo(54 + 24, within(1e-4));
        assertThat(box.xMax()).isCloseTo(24 + 48, within(1e-4));
        assertThat(box.yMax()).isCloseTo(54 + 48, within(1e-4));
    }

    @Test
    void theMeanIsRoundedToTheNearestLevel() {
        Expansion expansion = new Expansion(
                new ExpansionConfig(1, 4, false),
                new Preprocessing(Preprocessing.ChannelOrder.RGB, 103.939f, 116.4f, 300, 1));
        Image canvas = expansion.expand(Pictures.noise(1, 1), new ExpansionPlacement(1, 1, 2, 1, 1, 0));
        assertThat(canvas.value(0, 0, 0)).isEqualTo(104);
        assertThat(canvas.value(0, 0, 1)).isEqualTo(116);
        assertThat(canvas.value(0, 0, 2)).isEqualTo(255);
    }

    @Test
    void probabilitiesZeroAndOneAreCertain() {
        Sample sample = new Sample("a", Pictures.noise(8, 8), List.of());
        assertThat(new Expansion(new ExpansionConfig(0, 4, false), ORIGINAL).augment(sample, new FixedDraws(0)))
                .isSameAs(sample);
        assertThat(new Expansion(new ExpansionConfig(1, 4, false), ORIGINAL)
                        .augment(sample, new FixedDraws(Math.nextDown(1f), 0.5f, 0, 0))
                        .image()
                        .width())
                .isEqualTo(20);
    }

    @Test
    void aRatioOfOneDoesNothing() {
        Sample sample = new Sample("a", Pictures.noise(8, 8), List.of());
        assertThat(new Expansion(new ExpansionConfig(1, 1, false), ORIGINAL).augment(sample, new SplittableRandom(1)))
                .isSameAs(sample);
    }

    @Test
    void aCanvasThatNoArrayHoldsIsRefusedByName() {
        Sample sample = new Sample("panorama", new Image(6000, 1000, new byte[18_000_000]), List.of());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Expansion(new ExpansionConfig(1, 16, false), ORIGINAL)
                        .augment(sample, new FixedDraws(0, 0.95f, 0, 0)))
                .withMessageContaining("panorama")
                .withMessageContaining("6000 x 1000")
                .withMessageContaining("max-ratio");
    }
}
