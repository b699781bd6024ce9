package io.ssdlab.plugin.ssd.prior;

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
 * The prior boxes of SSD (paper section 2.2; PriorBoxLayer of the original, whose float32 results it repeats).
 *
 * <p>In each cell, for each scale: a square box of the smaller size, one of the geometric mean of both sizes, then for
 * each aspect ratio a box of the smaller size's area with that ratio and one with its reciprocal. Boxes may leave the
 * image.
 */
public final class SsdPriorBoxGenerator implements PriorBoxGenerator {

    private final SsdPriorBoxConfig config;

    @Inject
    public SsdPriorBoxGenerator(SsdPriorBoxConfig config) {
        this.config = config;
    }

    @Override
    public PriorBoxes generate(List<SourceMap> sources, InputSize input) {
        int maps = sources.size();
        requireOneEach("aspect-ratios", config.aspectRatios().size(), sources);
        if (!config.steps().isEmpty()) {
            requireOneEach("steps", config.steps().size(), sources);
        }
        List<BoxSizes> sizes = stacked(sources, input);
        List<PriorLayer> layers = new ArrayList<>();
        List<CellShapes> shapes = new ArrayList<>();
        for (int map = 0; map < maps; map++) {
            SourceMap source = sources.get(map);
            CellShapes cell = new CellShapes(sizes.get(map), ratios(map), config.truncateSizes());
            shapes.add(cell);
            layers.add(new PriorLayer(source.name(), source.rows(), source.columns(), cell.size()));
        }
        float[] corners =
                new float[4 * layers.stream().mapToInt(PriorLayer::boxes).sum()];
        int next = 0;
        for (int map = 0; map < maps; map++) {
            next = lay(corners, next, layers.get(map), shapes.get(map), grid(map, sources.get(map), input));
        }
        if (config.clip()) {
            for (int i = 0; i < corners.length; i++) {
                corners[i] = Math.max(0, Math.min(1, corners[i]));
            }
        }
        return PriorBoxes.ofCorners(layers, corners, Variances.of(config.variances()));
    }

    /** Where the cells of a map lie on the input, in pixels. */
    private record Grid(float stepX, float stepY, float offset, InputSize input) {

        float centreX(int column) {
            return (column + offset) * stepX;
        }

        float centreY(int row) {
            return (row + offset) * stepY;
        }
    }

    private Grid grid(int map, SourceMap source, InputSize input) {
        float offset = (float) config.offset();
        if (config.steps().isEmpty()) {
            return new Grid(
                    (float) input.width() / source.columns(), (float) input.height() / source.rows(), offset, input);
        }
        float step = config.steps().get(map).floatValue();
        return new Grid(step, step, offset, input);
    }

    /** Appends the boxes of one map to {@code corners} and returns where the next map's begin. */
    private static int lay(float[] corners, int start, PriorLayer layer, CellShapes shapes, Grid grid) {
        int next = start;
        int width = grid.input().width();
        int height = grid.input().height();
        for (int row = 0; row < layer.rows(); row++) {
            float centreY = grid.centreY(row);
            for (int column = 0; column < layer.columns(); column++) {
                float centreX = grid.centreX(column);
                for (int box = 0; box < layer.boxesPerCell(); box++) {
                    // The original halves and divides in double precision and rounds once, at the end.
                    double halfWidth = shapes.width(box) / 2.0;
                    double halfHeight = shapes.height(box) / 2.0;
                    corners[next++] = (float) ((centreX - halfWidth) / width);
                    corners[next++] = (float) ((centreY - halfHeight) / height);
                    corners[next++] = (float) ((centreX + halfWidth) / width);
                    corners[next++] = (float) ((centreY + halfHeight) / height);
                }
            }
        }
        return next;
    }

    /** The sizes of each source map, its scales dealt out. */
    private List<BoxSizes> stacked(List<SourceMap> sources, InputSize input) {
        List<BoxSizes> sizes = sizes(sources, input);
        if (config.stacking().isPresent()) {
            requireOneEach("stacking", config.stacking().get().size(), sources);
            Stacking stacking = new Stacking(sizes);
            sizes = config.stacking().get().stream().map(stacking::of).toList();
        }
        return config.largerSquares().orElse(true)
                ? sizes
                : sizes.stream()
                        .map(scales -> new BoxSizes(scales.min(), List.of()))
                        .toList();
    }

    private List<BoxSizes> sizes(List<SourceMap> sources, InputSize input) {
        if (config.minSizes().isEmpty()) {
            return config.scale().sizes(sources.size(), Math.min(input.width(), input.height()));
        }
        requireOneEach("min-sizes", config.minSizes().size(), sources);
        List<BoxSizes> sizes = new ArrayList<>();
        for (int map = 0; map < sources.size(); map++) {
            List<Double> max =
                    config.maxSizes().isEmpty() ? List.of() : config.maxSizes().get(map);
            sizes.add(new BoxSizes(config.minSizes().get(map), max));
        }
        return sizes;
    }

    private List<Float> ratios(int map) {
        List<Double> laid = config.aspectRatios().get(map).stream()
                .filter(ratio -> config.halfRatios() || !isRatio(ratio, 2))
                .filter(ratio -> config.thirdRatios() || !isRatio(ratio, 3))
                .toList();
        return CellShapes.distinctRatios(laid, config.flip());
    }

    private static boolean isRatio(double ratio, int wanted) {
        return CellShapes.sameRatio(ratio, wanted) || CellShapes.sameRatio(ratio, 1.0 / wanted);
    }

    private static void requireOneEach(String key, int given, List<SourceMap> sources) {
        if (given != sources.size()) {
            throw new IllegalArgumentException("%s for %d source maps, but the backbone has %d: %s"
                    .formatted(
                            key,
                            given,
                            sources.size(),
                            sources.stream().map(SourceMap::name).toList()));
        }
    }
}
