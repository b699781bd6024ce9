package io.ssdlab.plugin.ssd.augment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.plugin.ssd.augment.ColourStep.Brightness;
import io.ssdlab.plugin.ssd.augment.ColourStep.Contrast;
import io.ssdlab.plugin.ssd.augment.ColourStep.Hue;
import io.ssdlab.plugin.ssd.augment.ColourStep.Saturation;
import org.junit.jupiter.api.Test;

final class ColourPlanTest {

    private static final ColourDistortionConfig ORIGINAL =
            new ColourDistortionConfig(0.5, 32, 0.5, 0.5, 1.5, 0.5, 0.5, 1.5, 0.5, 18, false);

    @Test
    void contrastComesSecondInHalfOfThePlans() {
        FixedDraws draws = new FixedDraws(0.51f, 0, 0.75f, 0.49f, 0.25f, 0.1f, 1, 0.2f, 0);
        assertThat(ColourPlan.draw(ORIGINAL, draws).steps())
                .containsExactly(new Brightness(16), new Contrast(0.75f), new Saturation(1.5f), new Hue(-18));
        assertThat(draws.used()).isEqualTo(9);
    }

    @Test
    void contrastComesLastInTheOthers() {
        FixedDraws draws = new FixedDraws(0.5f, 0, 0.75f, 0.1f, 1, 0.2f, 0, 0.49f, 0.25f);
        assertThat(ColourPlan.draw(ORIGINAL, draws).steps())
                .containsExactly(new Brightness(16), new Saturation(1.5f), new Hue(-18), new Contrast(0.75f));
    }

    @Test
    void aStepNotDoneDrawsNoAmount() {
        FixedDraws draws = new FixedDraws(0.9f, 0.5f, 0.5f, 0.5f, 0.5f);
        assertThat(ColourPlan.draw(ORIGINAL, draws).steps()).isEmpty();
        assertThat(draws.used()).isEqualTo(5);
    }
}
