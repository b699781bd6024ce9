package io.ssdlab.plugin.ssd.augment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.plugin.ssd.augment.ColourStep.Brightness;
import io.ssdlab.plugin.ssd.augment.ColourStep.Contrast;
import io.ssdlab.plugin.ssd.augment.ColourStep.Hue;
import io.ssdlab.plugin.ssd.augment.ColourStep.Saturation;
import io.ssdlab.spi.data.Image;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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

    @Property(tries = 200, seed = "3")
    void aPartIsChangedLikeTheWhole(
            @ForAll @IntRange(min = 1, max = 400) int width,
            @ForAll @IntRange(min = 1, max = 12) int height,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ColourStep> steps = List.of(
                new Brightness(random.nextInt(-32, 33)),
                new Saturation(random.nextInt(5, 16) / 10f),
                new Hue(random.nextInt(-18, 19)),
                new Contrast(random.nextInt(5, 16) / 10f));
        int left = random.nextInt(width);
        int top = random.nextInt(height);
        int columns = 1 + random.nextInt(width - left);
        int rows = 1 + random.nextInt(height - top);
        Image picture = Pictures.noise(width, height);
        Image whole = new ColourPlan(steps).apply(picture);
        whole.bgr();
        assertThat(new ColourPlan(steps)
                        .apply(picture)
                        .region(left, top, columns, rows)
                        .bgr())
                .isEqualTo(whole.region(left, top, columns, rows).bgr());
    }
}
