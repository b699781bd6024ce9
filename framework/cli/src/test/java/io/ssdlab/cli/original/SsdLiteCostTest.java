package io.ssdlab.cli.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import io.ssdlab.core.model.NetworkCost;
import io.ssdlab.spi.model.PriorLayer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** MobileNetV2 with SSDLite against its authors' numbers (arXiv 1801.04381, Table 6): 4.3 M parameters and 0.8 B MAdds. */
@Tag("engine")
class SsdLiteCostTest {

    private static final int COCO_CLASSES = 80;

    @Test
    void costsWhatThePaperSays() {
        RecipeDetector detector = RecipeDetector.of(
                "ssd300-coco",
                "model.input={width: 320, height: 320}",
                "model.backbone={use: mobilenet-v2}",
                "model.heads=separable",
                "model.priors={use: ssd-priors, aspect-ratios: [[2], [2, 3], [2, 3], [2, 3], [2, 3], [2, 3]]}");
        assertThat(detector.layout().priors().layers())
                .extracting(PriorLayer::boxesPerCell)
                .containsExactly(4, 6, 6, 6, 6, 6);
        // The authors lay three boxes on each of the 20 x 20 cells of the finest map, of 576 channels.
        long outputsOfABox = 4 + 1 + COCO_CLASSES;
        long spared = outputsOfABox * (576 + 1);
        long sparedProducts = outputsOfABox * 576 * 20 * 20;
        try (NDManager manager = NDManager.newBaseManager()) {
            NetworkCost cost =
                    NetworkCost.of(detector.components().backbone(), detector.layout(), COCO_CLASSES, manager);
            assertThat((cost.parameters() - spared) / 1e6).isCloseTo(4.3, within(0.05));
            assertThat((cost.multiplyAccumulates() - sparedProducts) / 1e9).isCloseTo(0.8, within(0.05));
        }
    }
}
