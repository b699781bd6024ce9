package io.ssdlab.plugin.ssd.augment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.testkit.AugmenterContract;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

final class HorizontalFlipTest extends AugmenterContract {

    @Override
    protected Augmenter augmenter() {
        return new HorizontalFlip(new HorizontalFlipConfig(0.5));
    }

    @Test
    void mirrorsPixelsAndBoxes() {
        GroundTruth object = new GroundTruth(new CornerBox(0.25f, 0.125f, 0.375f, 1), 6, true);
        Image picture = Pictures.noise(5, 2);
        Sample flipped = augmenter().augment(new Sample("a", picture, List.of(object)), new FixedDraws(0.49f));
        for (int y = 0; y < 2; y++) {
            for (int x = 0; x < 5; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    assertThat(flipped.image().value(x, y, channel)).isEqualTo(picture.value(4 - x, y, channel));
                }
            }
        }
        assertThat(flipped.groundTruths())
                .containsExactly(new GroundTruth(new CornerBox(0.625f, 0.125f, 0.75f, 1), 6, true));
    }

    @Test
    void aboveItsProbabilityTheSampleStaysAsItIs() {
        Sample sample = new Sample("a", Pictures.noise(5, 2), List.of());
        assertThat(augmenter().augment(sample, new FixedDraws(0.5f))).isSameAs(sample);
    }

    @Test
    void aSliverThatLosesItsWidthIsLeftOut() {
        GroundTruth sliver = new GroundTruth(new CornerBox(0, 0, 1e-9f, 1), 1, false);
        assertThat(HorizontalFlip.flip(new Sample("a", Pictures.noise(5, 2), List.of(sliver)))
                        .groundTruths())
                .isEmpty();
    }

    @Property
    void flippingTwiceIsTheIdentity(
            @ForAll @IntRange(min = 1, max = 20) int width,
            @ForAll @IntRange(min = 1, max = 20) int height,
            @ForAll @Scale(6) @FloatRange(min = 0, max = 0.5f) float xMin,
            @ForAll @Scale(6) @FloatRange(min = 0.01f, max = 0.5f) float boxWidth) {
        GroundTruth object = new GroundTruth(new CornerBox(xMin, 0.1f, xMin + boxWidth, 0.9f), 1, false);
        Sample sample = new Sample("a", Pictures.noise(width, height), List.of(object));
        Sample twice = HorizontalFlip.flip(HorizontalFlip.flip(sample));
        assertThat(twice.image().bgr()).isEqualTo(sample.image().bgr());
        Golden.assertClose(twice.groundTruths().get(0).box(), object.box(), 1e-7);
    }
}
