package io.ssdlab.plugin.ssd.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class SmallVggPlanTest {

    private static final SmallVggConfig FOUR_STAGES = new SmallVggConfig(
            List.of(List.of(16, 32), List.of(64, 64), List.of(96, 96), List.of(128, 128)), List.of(128, 128, 128, 128));

    @Test
    void threeHundredPixelsGiveTheOriginalsMaps() {
        assertThat(SmallVggPlan.of(FOUR_STAGES, new InputSize(300, 300)).sources())
                .extracting(SourceMap::rows)
                .containsExactly(38, 19, 10, 5, 3, 1);
    }

    @Test
    void threeStagesGiveThemAtHalfTheInput() {
        SmallVggConfig threeStages = new SmallVggConfig(
                List.of(List.of(16, 32), List.of(64, 64), List.of(128, 128)), List.of(128, 128, 128, 128));
        assertThat(SmallVggPlan.of(threeStages, new InputSize(152, 152)).sources())
                .extracting(SourceMap::columns)
                .containsExactly(38, 19, 10, 5, 3, 1);
    }

    @Property(tries = 200)
    void mapsShrinkAndNeverVanish(
            @ForAll @IntRange(min = 1, max = 700) int width, @ForAll @IntRange(min = 1, max = 700) int height) {
        List<SourceMap> sources =
                SmallVggPlan.of(FOUR_STAGES, new InputSize(width, height)).sources();
        assertThat(sources).hasSize(6);
        for (int i = 1; i < sources.size(); i++) {
            assertThat(sources.get(i).rows()).isBetween(1, sources.get(i - 1).rows());
            assertThat(sources.get(i).columns()).isBetween(1, sources.get(i - 1).columns());
        }
    }

    @Test
    void refusesAStageWithoutConvolutions() {
        assertThatThrownBy(() -> new SmallVggConfig(List.of(List.of(16), List.of()), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stages");
    }
}
