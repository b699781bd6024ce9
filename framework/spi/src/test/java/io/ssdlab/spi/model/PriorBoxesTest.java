package io.ssdlab.spi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.box.CornerBox;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PriorBoxesTest {

    private static final List<PriorLayer> ONE_ROW_OF_TWO = List.of(new PriorLayer("map", 1, 2, 1));

    @Test
    void bothFormsTellTheSameBoxes() {
        float[] corners = {0, 0.25f, 0.5f, 0.75f, 0.5f, 0.25f, 1, 0.75f};
        PriorBoxes fromCorners = PriorBoxes.ofCorners(ONE_ROW_OF_TWO, corners, PriorBoxes.Variances.ORIGINAL);
        assertThat(fromCorners.centreSizes()).containsExactly(0.25f, 0.5f, 0.5f, 0.5f, 0.75f, 0.5f, 0.5f, 0.5f);
        PriorBoxes fromCentres =
                PriorBoxes.ofCentreSizes(ONE_ROW_OF_TWO, fromCorners.centreSizes(), PriorBoxes.Variances.ORIGINAL);
        assertThat(fromCentres.corners()).containsExactly(corners, within(1e-7f));
        assertThat(fromCentres.box(1)).isEqualTo(new CornerBox(0.5f, 0.25f, 1, 0.75f));
        assertThat(fromCentres.size()).isEqualTo(2);
    }

    @Test
    void refusesACountThatDoesNotFitTheLayers() {
        assertThatThrownBy(() -> PriorBoxes.ofCorners(ONE_ROW_OF_TWO, new float[4], PriorBoxes.Variances.ORIGINAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 prior boxes");
    }
}
