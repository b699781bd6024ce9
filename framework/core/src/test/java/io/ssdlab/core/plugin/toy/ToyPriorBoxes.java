package io.ssdlab.core.plugin.toy;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.model.SourceMap;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** One box a cell and aspect ratio, as large as the cell. */
public final class ToyPriorBoxes implements PriorBoxGenerator {

    /** How the boxes are laid. */
    public enum Rounding {
        HALF_UP,
        DOWN
    }

    /** By how much boxes are scaled. */
    public record Scale(
            @Setting(value = "Least.", defaultsTo = "0.2", min = 0, max = 1)
            double least,

            @Setting(value = "Greatest.", defaultsTo = "0.9", min = 0, max = 1)
            double greatest) {
        public Scale {
            if (least > greatest) {
                throw new IllegalArgumentException("least " + least + " is above greatest " + greatest);
            }
        }
    }

    /** Its settings. */
    public record Config(
            @Setting(value = "Aspect ratios.", defaultsTo = "[1, 2, 0.5]", min = 0, aboveMin = true)
            List<Double> aspectRatios,

            @Setting(value = "How centres are rounded.", defaultsTo = "half-up")
            Rounding rounding,

            Scale scale,
            @Setting("Pixels added at each side.") Optional<Integer> border)
            implements ComponentConfig {
        public Config {
            aspectRatios = List.copyOf(aspectRatios);
        }
    }

    private final Config config;

    @Inject
    public ToyPriorBoxes(Config config) {
        this.config = config;
    }

    @Override
    public PriorBoxes generate(List<SourceMap> sources, InputSize input) {
        int perCell = config.aspectRatios().size();
        List<PriorLayer> layers = sources.stream()
                .map(map -> new PriorLayer(map.name(), map.rows(), map.columns(), perCell))
                .toList();
        float[] boxes =
                new float[4 * layers.stream().mapToInt(PriorLayer::boxes).sum()];
        int at = 0;
        for (PriorLayer layer : layers) {
            for (int cell = 0; cell < layer.rows() * layer.columns(); cell++) {
                int row = cell / layer.columns();
                int column = cell % layer.columns();
                for (double ratio : config.aspectRatios()) {
                    boxes[at++] = (column + 0.5f) / layer.columns();
                    boxes[at++] = (row + 0.5f) / layer.rows();
                    boxes[at++] = (float) (Math.sqrt(ratio) / layer.columns());
                    boxes[at++] = (float) (1 / Math.sqrt(ratio) / layer.rows());
                }
            }
        }
        return PriorBoxes.ofCentreSizes(layers, boxes, PriorBoxes.Variances.ORIGINAL);
    }
}
