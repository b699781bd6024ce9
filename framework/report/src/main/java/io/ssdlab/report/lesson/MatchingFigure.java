package io.ssdlab.report.lesson;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matching;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which prior boxes a matcher gives to which object, source map by source map: Figure 1 of the paper (section 2.2, "Matching
 * strategy").
 *
 * @param matching of {@code priors} to the objects of the image
 */
record MatchingFigure(LessonImage subject, PriorBoxes priors, InputSize input, Matching matching) {

    private static final int SIDE = 290;
    private static final double BORDER = 0.1;
    private static final int MOST_MAPS = 5;
    private static final int THREE_COLUMNS_FROM = 3;
    private static final Color OTHERS = new Color(0x555555);

    byte[] png() {
        List<Panel> panels = new ArrayList<>();
        panels.add(objects());
        shown().forEach(layer -> panels.add(panel(layer)));
        return new PanelFigure(
                        "Matching: which prior boxes answer for which object",
                        String.format(
                                        Locale.ROOT,
                                        "%,d of the %,d prior boxes stand for an object (bold, in its colour); all others are background. Dashed: the",
                                        matching.positives(),
                                        priors.size())
                                + " boxes of one cell that the matcher left alone.",
                        panels.size() >= THREE_COLUMNS_FROM ? 3 : panels.size(),
                        SIDE,
                        panels)
                .png();
    }

    /** The source maps with most matches, finest first. */
    private List<LayerPriors> shown() {
        return LayerPriors.of(priors).stream()
                .filter(layer -> matched(layer).findAny().isPresent())
                .sorted(Comparator.comparingLong(
                        (LayerPriors layer) -> -matched(layer).count()))
                .limit(MOST_MAPS)
                .sorted(Comparator.comparingInt(LayerPriors::first))
                .toList();
    }

    private IntStream matched(LayerPriors layer) {
        return layer.indices().filter(prior -> matching.assignments()[prior] >= 0);
    }

    private Panel objects() {
        List<GroundTruth> objects = subject.objects();
        return new Panel(
                "Ground truth",
                List.of(
                        "Image %s, warped to %s pixels".formatted(subject.id(), input),
                        IntStream.range(0, objects.size())
                                .mapToObj(object -> "%s: %d prior boxes".formatted(name(object), positives(object)))
                                .collect(Collectors.joining("; "))),
                (graphics, square) -> {
                    PictureFrame frame = frame(graphics, square);
                    frame.paint(subject.image(), false);
                    drawObjects(frame);
                });
    }

    private PictureFrame frame(Graphics2D graphics, Rectangle2D square) {
        return PictureFrame.within(graphics, square, (double) input.width() / input.height(), BORDER);
    }

    private void drawObjects(PictureFrame frame) {
        for (int object = 0; object < subject.objects().size(); object++) {
            frame.raisedBox(subject.objects().get(object).box(), Palette.ofObject(object), 3);
        }
        for (int object = 0; object < subject.objects().size(); object++) {
            frame.label(subject.objects().get(object).box(), name(object), Palette.ofObject(object));
        }
    }

    private Panel panel(LayerPriors layer) {
        return new Panel(
                "%s cells (%s)".formatted(layer.cells(), layer.layer().source()),
                List.of(
                        String.format(
                                Locale.ROOT,
                                "%,d prior boxes, %d a cell",
                                layer.layer().boxes(),
                                layer.layer().boxesPerCell()),
                        IntStream.range(0, subject.objects().size())
                                .filter(object -> positives(layer, object) > 0)
                                .mapToObj(object -> "%s: %d matched".formatted(name(object), positives(layer, object)))
                                .collect(Collectors.joining("; "))),
                (graphics, square) -> {
                    PictureFrame frame = frame(graphics, square);
                    frame.paint(subject.image(), true);
                    frame.grid(layer.layer().rows(), layer.layer().columns(), Palette.GRID);
                    int example = best(layer);
                    layer.cellOf(example)
                            .filter(prior -> matching.assignments()[prior] < 0)
                            .forEach(prior -> frame.dashedBox(priors.box(prior), OTHERS, 1.3f));
                    matched(layer)
                            .forEach(prior -> frame.raisedBox(
                                    priors.box(prior), Palette.ofObject(matching.assignments()[prior]), 2.2f));
                });
    }

    /** The matched prior box with the largest IoU. */
    private int best(LayerPriors layer) {
        return matched(layer)
                .boxed()
                .max(Comparator.comparing((Integer prior) -> iou(prior)).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private float iou(int prior) {
        CornerBox object = subject.objects().get(matching.assignments()[prior]).box();
        return priors.box(prior).intersectionOverUnion(object);
    }

    private String name(int object) {
        return subject.className(subject.objects().get(object));
    }

    private long positives(LayerPriors layer, int object) {
        return layer.indices()
                .filter(prior -> matching.assignments()[prior] == object)
                .count();
    }

    private long positives(int object) {
        return IntStream.of(matching.assignments())
                .filter(assigned -> assigned == object)
                .count();
    }
}
