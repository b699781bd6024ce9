package io.ssdlab.plugin.ssd.prior;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SsdPriorBoxConfigTest {

    @Test
    void sizesMustComeInPairs() {
        assertRefused(List.of(List.of(10.0)), List.of(List.of(20.0), List.of(30.0)), "max-sizes for 2 source maps");
        assertRefused(List.of(List.of(10.0, 15.0)), List.of(List.of(20.0)), "1 max-sizes for 2 min-sizes");
        assertRefused(List.of(List.of()), List.of(), "min-sizes of source map 1");
    }

    @Test
    void maxSizeMustExceedMinSize() {
        assertRefused(
                List.of(List.of(10.0)), List.of(List.of(10.0)), "max size 10.0 is not greater than min size 10.0");
    }

    @Test
    void variancesMustBeFour() {
        SsdPriorBoxConfig good = PriorConfigs.clipped();
        assertThatThrownBy(() -> new SsdPriorBoxConfig(
                        good.scale(),
                        good.minSizes(),
                        good.maxSizes(),
                        good.stacking(),
                        good.largerSquares(),
                        good.aspectRatios(),
                        true,
                        true,
                        true,
                        good.steps(),
                        0.5,
                        false,
                        false,
                        List.of(0.1, 0.2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected four");
    }

    private static void assertRefused(List<List<Double>> min, List<List<Double>> max, String message) {
        assertThatThrownBy(() -> PriorConfigs.bySizes(min, max, List.of(List.of()), PriorConfigs.NO_STEPS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
