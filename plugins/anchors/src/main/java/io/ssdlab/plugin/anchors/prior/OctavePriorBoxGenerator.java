package io.ssdlab.plugin.anchors.prior;

import io.ssdlab.spi.box.CornerBox;
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
 * The anchors of RetinaNet (Lin et al. 2017, arXiv:1708.02002 section 4, "Anchors"): on every source map the same boxes,
 * measured in steps of the map, at several scales to an octave, so that maps whose steps double cover all sizes evenly.
 *
 * <p>In each cell, for each scale from the smallest, a box for each aspect ratio in the order of the settings. Each box of
 * a scale has the same area. Where the steps in x and y differ, the size goes by their geometric mean. Boxes are centred in
 * their cells, and may leave the image unless they are clipped. Computed in double precision and rounded once.
 *
 * <p>RetinaNet's largest step is 128 pixels, in images whose shorter side has 400 to 800. The last two source maps of SSD
 * have steps of a third of the image and of all of it: a base of four steps there makes boxes that are larger than any
 * object. Leave these maps out ({@code model.without-sources: [5, 6]}), or take a smaller base.
 */
public final class OctavePriorBoxGenerator implements PriorBoxGenerator {

    private final OctavePriorConfig config;

    @Inject
    public OctavePriorBoxGenerator(OctavePriorConfig config) {
        this.config = config;
    }

    @Override
    public PriorBoxes generate(List<SourceMap> sources, InputSize input) {
        if (!config.steps().isEmpty() && config.steps().size() != sources.size()) {
            throw new IllegalArgumentException("steps for %d source maps, but the backbone has %d: %s"
                    .formatted(
                            config.steps().size(),
                            sources.size(),
                            sources.stream().map(SourceMap::name).toList()));
        }
        int boxesPerCell = config.scalesPerOctave() * config.aspectRatios().size();
        List<PriorLayer> layers = sources.stream()
                .map(source -> new PriorLayer(source.name(), source.rows(), source.columns(), boxesPerCell))
                .toList();
        float[] corners =
                new float[4 * layers.stream().mapToInt(PriorLayer::boxes).sum()];
        int next = 0;
        for (int map = 0; map < sources.size(); map++) {
            next = lay(corners, next, grid(map, sources.get(map), input), input);
        }
        return PriorBoxes.ofCorners(layers, corners, Variances.of(config.variances()));
    }

    /** The cells of a map on the input; steps in pixels. */
    private record Grid(int rows, int columns, double stepX, double stepY) {

        double centreX(int column) {
            return (column + 0.5) * stepX;
        }

        double centreY(int row) {
            return (row + 0.5) * stepY;
        }
    }

    /** The size of a box in pixels. */
    private record Shape(double width, double height) {}

    private Grid grid(int map, SourceMap source, InputSize input) {
        if (config.steps().isEmpty()) {
            return new Grid(
                    source.rows(),
                    source.columns(),
                    (double) input.width() / source.columns(),
                    (double) input.height() / source.rows());
        }
        double step = config.steps().get(map);
        Grid grid = new Grid(source.rows(), source.columns(), step, step);
        if (grid.centreX(source.columns() - 1) > input.width() || grid.centreY(source.rows() - 1) > input.height()) {
            throw new IllegalArgumentException(
                    "steps: at %s pixels the last of %d x %d cells of %s are centred outside the input of %s pixels"
                            .formatted(step, source.columns(), source.rows(), source.name(), input));
        }
        return grid;
    }

    /** Appends the boxes of one map to {@code corners} and returns where the next map's begin. */
    private int lay(float[] corners, int start, Grid grid, InputSize input) {
        List<Shape> shapes = shapes(config.baseScale() * Math.sqrt(grid.stepX() * grid.stepY()));
        int next = start;
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                for (Shape shape : shapes) {
                    CornerBox box = box(grid.centreX(column), grid.centreY(row), shape, input);
                    corners[next++] = box.xMin();
                    corners[next++] = box.yMin();
                    corners[next++] = box.xMax();
                    corners[next++] = box.yMax();
                }
            }
        }
        return next;
    }

    /** The boxes of a cell, in the order in which the heads predict. */
    private List<Shape> shapes(double base) {
        List<Shape> shapes = new ArrayList<>();
        for (int scale = 0; scale < config.scalesPerOctave(); scale++) {
            double side = base * Math.pow(2, (double) scale / config.scalesPerOctave());
            for (double ratio : config.aspectRatios()) {
                shapes.add(new Shape(side * Math.sqrt(ratio), side / Math.sqrt(ratio)));
            }
        }
        return shapes;
    }

    private CornerBox box(double centreX, double centreY, Shape shape, InputSize input) {
        CornerBox box = new CornerBox(
                (float) ((centreX - shape.width() / 2) / input.width()),
                (float) ((centreY - shape.height() / 2) / input.height()),
                (float) ((centreX + shape.width() / 2) / input.width()),
                (float) ((centreY + shape.height() / 2) / input.height()));
        return config.clip() ? box.clipped() : box;
    }
}
