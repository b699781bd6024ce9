package io.ssdlab.plugin.anchors.prior;

import io.ssdlab.spi.data.TrainingBoxes;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorBoxes.Variances;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.model.SourceMap;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Prior boxes of the sizes that the training set's objects have: its boxes are clustered by their IoU as YOLO9000 does it
 * (Redmon and Farhadi 2016, arXiv:1612.08242 section 2, "Dimension Clusters"), and the clusters dealt out by area, the
 * smallest to the finest source map, as in YOLOv3 (arXiv:1804.02767 section 2.3).
 *
 * <p>Boxes are centred in their cells, in each cell from the smallest, and may leave the image.
 */
public final class KMeansPriorBoxGenerator implements PriorBoxGenerator {

    private final KMeansPriorConfig config;
    private final TrainingBoxes training;

    @Inject
    public KMeansPriorBoxGenerator(KMeansPriorConfig config, TrainingBoxes training) {
        this.config = config;
        this.training = training;
    }

    /**
     * Reads the training set's boxes and lays out the prior boxes.
     *
     * @throws IllegalArgumentException if the settings do not fit the maps, or if the training set has fewer sizes of
     *     boxes than there are to be clusters
     */
    @Override
    public PriorBoxes generate(List<SourceMap> sources, InputSize input) {
        List<Integer> counts = counts(sources);
        List<BoxSize> sizes = SizeClusters.of(
                        training.boxes().stream().map(BoxSize::of).toList(),
                        counts.stream().mapToInt(Integer::intValue).sum())
                .byArea();
        List<PriorLayer> layers = new ArrayList<>();
        for (int map = 0; map < sources.size(); map++) {
            SourceMap source = sources.get(map);
            layers.add(new PriorLayer(source.name(), source.rows(), source.columns(), counts.get(map)));
        }
        float[] centreSizes =
                new float[4 * layers.stream().mapToInt(PriorLayer::boxes).sum()];
        int next = 0;
        int dealt = 0;
        for (PriorLayer layer : layers) {
            List<BoxSize> shapes = sizes.subList(dealt, dealt + layer.boxesPerCell());
            dealt += layer.boxesPerCell();
            next = lay(centreSizes, next, layer, shapes);
        }
        return PriorBoxes.ofCentreSizes(layers, centreSizes, Variances.of(config.variances()));
    }

    private List<Integer> counts(List<SourceMap> sources) {
        List<Integer> counts = config.boxesPerCell();
        if (counts.size() == 1) {
            return sources.stream().map(source -> counts.get(0)).toList();
        }
        if (counts.size() != sources.size()) {
            throw new IllegalArgumentException("boxes-per-cell for %d source maps, but the backbone has %d: %s"
                    .formatted(
                            counts.size(),
                            sources.size(),
                            sources.stream().map(SourceMap::name).toList()));
        }
        return counts;
    }

    /** Writes the boxes of one map to {@code centreSizes} and returns where the next map's begin. */
    private static int lay(float[] centreSizes, int start, PriorLayer layer, List<BoxSize> shapes) {
        int next = start;
        for (int row = 0; row < layer.rows(); row++) {
            for (int column = 0; column < layer.columns(); column++) {
                for (BoxSize shape : shapes) {
                    centreSizes[next++] = (float) ((column + 0.5) / layer.columns());
                    centreSizes[next++] = (float) ((row + 0.5) / layer.rows());
                    centreSizes[next++] = (float) shape.width();
                    centreSizes[next++] = (float) shape.height();
                }
            }
        }
        return next;
    }
}
