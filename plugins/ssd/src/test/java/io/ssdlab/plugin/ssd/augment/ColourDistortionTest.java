package io.ssdlab.plugin.ssd.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.testkit.AugmenterContract;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ColourDistortionTest extends AugmenterContract {

    @Override
    protected Augmenter augmenter() {
        return new ColourDistortion(new ColourDistortionConfig(0.5, 32, 0.5, 0.5, 1.5, 0.5, 0.5, 1.5, 0.5, 18, false));
    }

    @Test
    void changesThePixelsButNotTheObjects() {
        Sample sample = new Sample(
                "a",
                Pictures.plain(4, 4, 100, 110, 120),
                List.of(new GroundTruth(new CornerBox(0.1f, 0.1f, 0.9f, 0.9f), 1, false)));
        // Brightness alone, by half of +32.
        Sample brighter = augmenter().augment(sample, new FixedDraws(0, 0, 0.75f, 1, 1, 1));
        assertThat(brighter.image().bgr())
                .isEqualTo(Pictures.plain(4, 4, 116, 126, 136).bgr());
        assertThat(brighter.groundTruths()).isEqualTo(sample.groundTruths());
    }

    @Test
    void returnsTheSampleItselfIfNoStepIsDrawn() {
        Sample sample = new Sample("a", Pictures.noise(4, 4), List.of());
        assertThat(augmenter().augment(sample, new FixedDraws(0, 1, 1, 1, 1))).isSameAs(sample);
    }

    @Test
    void refusesARangeUpsideDown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColourDistortionConfig(0.5, 32, 0.5, 1.5, 0.5, 0.5, 0.5, 1.5, 0.5, 18, false))
                .withMessageContaining("contrast-min 1.5 is above contrast-max 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColourDistortionConfig(0.5, 32, 0.5, 0.5, 1.5, 0.5, 2, 1, 0.5, 18, false))
                .withMessageContaining("saturation-min 2.0 is above saturation-max 1.0");
    }
}
