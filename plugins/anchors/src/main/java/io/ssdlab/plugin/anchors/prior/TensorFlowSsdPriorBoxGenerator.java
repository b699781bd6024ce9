package io.ssdlab.plugin.anchors.prior;

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
 * The anchors of SSD in TensorFlow's detection API ({@code ssd_anchor_generator}: the file {@code
 * anchor_generators/multiple_grid_anchor_generator.py} of the API), with which SSDLite was trained (MobileNetV2,
 * arXiv:1801.04381, section 6.2).
 *
 * <p>The maps' scales are evenly spaced from the finest to the last; behind the last comes 1. In each cell there is a box of
 * the map's scale for each aspect ratio, in the order of the settings, then one of the geometric mean of this and the next
 * scale. The finest map may have three boxes only. Boxes lie around the middle of their cell and may leave the image. In
 * inputs that are not square, lengths are shares of the shorter side. Computed in double precision and rounded once.
 */
public final class TensorFlowSsdPriorBoxGenerator implements PriorBoxGenerator {

    private static final double BEHIND_LAST_SCALE = 1;

    /** Fixed in the API's code. */
    private static final List<Shape> REDUCED_SQUARE = List.of(new Shape(0.1, 1));

    private static final List<Double> REDUCED_ASPECT_RATIOS = List.of(2.0, 0.5);

    private final TensorFlowSsdPriorConfig config;

    @Inject
    public TensorFlowSsdPriorBoxGenerator(TensorFlowSsdPriorConfig config) {
        this.config = config;
    }

    /** A box as a share of the input's shorter side, and its width over its height. */
    private record Shape(double scale, double aspectRatio) {

        double width() {
            return scale * Math.sqrt(aspectRatio);
        }

        double height() {
            return scale / Math.sqrt(aspectRatio);
        }
    }

    @Override
    public PriorBoxes generate(List<SourceMap> sources, InputSize input) {
        List<PriorLayer> layers = new ArrayList<>();
        List<List<Shape>> shapes = new ArrayList<>();
        for (int map = 0; map < sources.size(); map++) {
            SourceMap source = sources.get(map);
            shapes.add(shapes(map, sources.size()));
            layers.add(new PriorLayer(
                    source.name(),
                    source.rows(),
                    source.columns(),
                    shapes.get(map).size()));
        }
        float[] centreSizes =
                new float[4 * layers.stream().mapToInt(PriorLayer::boxes).sum()];
        int next = 0;
        for (int map = 0; map < sources.size(); map++) {
            next = lay(centreSizes, next, layers.get(map), shapes.get(map), input);
        }
        return PriorBoxes.ofCentreSizes(layers, centreSizes, Variances.of(config.variances()));
    }

    private List<Shape> shapes(int map, int maps) {
        List<Shape> shapes = new ArrayList<>();
        if (map == 0 && config.reduceFinest()) {
            shapes.addAll(REDUCED_SQUARE);
            REDUCED_ASPECT_RATIOS.forEach(ratio -> shapes.add(new Shape(scale(map, maps), ratio)));
            return shapes;
        }
        config.aspectRatios().forEach(ratio -> shapes.add(new Shape(scale(map, maps), ratio)));
        if (config.interpolatedAspectRatio() > 0) {
            double between = Math.sqrt(scale(map, maps) * scale(map + 1, maps));
            shapes.add(new Shape(between, config.interpolatedAspectRatio()));
        }
        return shapes;
    }

    private double scale(int map, int maps) {
        if (map == maps) {
            return BEHIND_LAST_SCALE;
        }
        // A single map has the first scale.
        return config.minScale() + (config.maxScale() - config.minScale()) * map / Math.max(1, maps - 1);
    }

    /** Writes the boxes of one map and returns where the next map's begin. */
    private static int lay(float[] centreSizes, int start, PriorLayer layer, List<Shape> shapes, InputSize input) {
        double shorter = Math.min(input.width(), input.height());
        int next = start;
        for (int row = 0; row < layer.rows(); row++) {
            for (int column = 0; column < layer.columns(); column++) {
                for (Shape shape : shapes) {
                    centreSizes[next++] = (float) ((column + 0.5) / layer.columns());
                    centreSizes[next++] = (float) ((row + 0.5) / layer.rows());
                    centreSizes[next++] = (float) (shape.width() * shorter / input.width());
                    centreSizes[next++] = (float) (shape.height() * shorter / input.height());
                }
            }
        }
        return next;
    }
}
