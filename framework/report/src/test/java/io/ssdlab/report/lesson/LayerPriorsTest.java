package io.ssdlab.report.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerPriorsTest {

    /** 2 rows of 3 cells with 2 boxes each, then 1 cell with 3. */
    private static final List<LayerPriors> LAYERS = LayerPriors.of(PriorBoxes.ofCorners(
            List.of(new PriorLayer("fine", 2, 3, 2), new PriorLayer("coarse", 1, 1, 3)),
            new float[4 * 15],
            PriorBoxes.Variances.ORIGINAL));

    @Test
    void numbersTheBoxesOfEachMapAsTheHeadsPredict() {
        assertThat(LAYERS.get(0).indices()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(LAYERS.get(1).indices()).containsExactly(12, 13, 14);
        assertThat(LAYERS.get(0).cells()).isEqualTo("3x2");
    }

    @Test
    void knowsTheCellOfABox() {
        // Row 1, column 2.
        assertThat(LAYERS.get(0).cellOf(11)).containsExactly(10, 11);
        assertThat(LAYERS.get(0).cell(11)).isEqualTo(new CornerBox(2 / 3f, 0.5f, 1, 1));
        assertThat(LAYERS.get(1).cellOf(13)).containsExactly(12, 13, 14);
        assertThat(LAYERS.get(1).cell(13)).isEqualTo(new CornerBox(0, 0, 1, 1));
    }

    @Test
    void findsTheMiddle() {
        assertThat(LAYERS.get(0).middle()).isEqualTo(2);
        assertThat(LAYERS.get(1).middle()).isEqualTo(12);
    }
}
