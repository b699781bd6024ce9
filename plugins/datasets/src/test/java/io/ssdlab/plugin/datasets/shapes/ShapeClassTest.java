package io.ssdlab.plugin.datasets.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ShapeClassTest {

    @ParameterizedTest
    @EnumSource
    void theOutlineTouchesAllSidesOfTheUnitSquare(ShapeClass shape) {
        Rectangle2D bounds = shape.outline().getBounds2D();

        assertThat(bounds.getMinX()).isEqualTo(-0.5, within(1e-9));
        assertThat(bounds.getMinY()).isEqualTo(-0.5, within(1e-9));
        assertThat(bounds.getMaxX()).isEqualTo(0.5, within(1e-9));
        assertThat(bounds.getMaxY()).isEqualTo(0.5, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void theAccentIsAShare(ShapeClass shape) {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            // A pixel at the edge has samples a little outside of the square.
            assertThat(shape.accent(random.nextDouble(-0.6, 0.6), random.nextDouble(-0.6, 0.6)))
                    .isBetween(0.0, 1.0);
        }
    }
}
