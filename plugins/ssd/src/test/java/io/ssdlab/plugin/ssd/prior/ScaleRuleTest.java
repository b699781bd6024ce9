package io.ssdlab.plugin.ssd.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScaleRuleTest {

    @Test
    void stepsAreWholePercents() {
        List<BoxSizes> sizes = ScaleRule.SSD300_VOC.sizes(6, 300);
        assertThat(sizes).extracting(size -> size.min().get(0)).containsExactly(30.0, 60.0, 111.0, 162.0, 213.0, 264.0);
        assertThat(sizes)
                .extracting(size -> size.max().get(0))
                .containsExactly(60.0, 111.0, 162.0, 213.0, 264.0, 315.0);
    }

    @Property(seed = "20161008")
    void eachMapBeginsWhereTheOneBeforeEnds(@ForAll @IntRange(min = 1, max = 40) int maps) {
        List<BoxSizes> sizes = ScaleRule.SSD300_VOC.sizes(maps, 300);
        assertThat(sizes).hasSize(maps);
        for (int map = 1; map < maps; map++) {
            assertThat(sizes.get(map).min()).isEqualTo(sizes.get(map - 1).max());
            assertThat(sizes.get(map).min().get(0)).isLessThanOrEqualTo(0.9 * 300);
        }
    }

    @Test
    void tooManyMapsForTheRangeAreRefused() {
        assertThatThrownBy(() -> new ScaleRule(0.1, 0.2, 0.22).sizes(6, 300))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("less than 0.01 apart");
    }

    @Test
    void scalesMustRise() {
        assertThatThrownBy(() -> new ScaleRule(0.1, 0.9, 0.2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 0 < first < min < max");
    }
}
