package io.ssdlab.plugin.anchors.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.TrainingBoxes;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.model.SourceMap;
import io.ssdlab.testkit.PriorBoxGeneratorContract;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KMeansPriorBoxGeneratorTest extends PriorBoxGeneratorContract {

    private static final List<Double> VARIANCES = List.of(0.1, 0.1, 0.2, 0.2);
    private static final List<SourceMap> MAPS =
            List.of(new SourceMap("fine", 8, 2, 3), new SourceMap("coarse", 8, 1, 1));

    @Override
    protected PriorBoxGenerator generator() {
        SplittableRandom random = new SplittableRandom(4);
        List<CornerBox> boxes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            float width = (float) random.nextDouble(0.02, 0.9);
            float height = (float) random.nextDouble(0.02, 0.9);
            boxes.add(new CornerBox(0, 0, width, height));
        }
        return new KMeansPriorBoxGenerator(new KMeansPriorConfig(List.of(3), VARIANCES), () -> boxes);
    }

    private static PriorBoxes generate(List<Integer> boxesPerCell, CornerBox... boxes) {
        TrainingBoxes training = () -> List.of(boxes);
        return new KMeansPriorBoxGenerator(new KMeansPriorConfig(boxesPerCell, VARIANCES), training)
                .generate(MAPS, new InputSize(300, 300));
    }

    @Test
    void theSmallestSizesGoToTheFinestMap() {
        CornerBox small = new CornerBox(0.5f, 0.5f, 0.625f, 0.75f);
        CornerBox middle = new CornerBox(0, 0, 0.5f, 0.25f);
        CornerBox large = new CornerBox(0.25f, 0, 1, 0.5f);
        PriorBoxes priors = generate(List.of(2, 1), large, small, middle, small);

        assertThat(priors.layers()).containsExactly(new PriorLayer("fine", 2, 3, 2), new PriorLayer("coarse", 1, 1, 1));
        assertThat(priors.centreSizes()).startsWith(0.5f / 3, 0.25f, 0.125f, 0.25f, 0.5f / 3, 0.25f, 0.5f, 0.25f);
        assertThat(priors.centreSizes()).endsWith(2.5f / 3, 0.75f, 0.5f, 0.25f, 0.5f, 0.5f, 0.75f, 0.5f);
    }

    @Test
    void aMapWithoutBoxesGetsNone() {
        PriorBoxes priors = generate(List.of(1, 0), new CornerBox(0, 0, 0.5f, 0.5f));
        assertThat(priors.layers()).extracting(PriorLayer::boxesPerCell).containsExactly(1, 0);
        assertThat(priors.size()).isEqualTo(6);
    }

    @Test
    void countsForOtherMapsAreRefused() {
        assertThatThrownBy(() -> generate(List.of(1, 1, 1), new CornerBox(0, 0, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("boxes-per-cell for 3 source maps, but the backbone has 2: [fine, coarse]");
    }

    @Test
    void settingsWithoutBoxesAreRefused() {
        assertThatThrownBy(() -> new KMeansPriorConfig(List.of(0, 0), VARIANCES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("boxes-per-cell [0, 0]: expected a box somewhere");
        assertThatThrownBy(() -> new KMeansPriorConfig(List.of(1), List.of(0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected four");
    }
}
