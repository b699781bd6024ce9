package io.ssdlab.report.lesson;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxes;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The prior boxes of one cell of each source map over an image (paper section 2.1, "Default boxes and aspect ratios"; section
 * 2.2, "Choosing scales and aspect ratios for default boxes").
 */
record PriorBoxFigure(LessonImage subject, PriorBoxes priors, InputSize input) {

    private static final int SIDE = 290;
    private static final double BORDER = 0.13;
    private static final double SQUARE = 1.1;
    private static final int FINEST_GRID = 38;
    private static final Color CELL = new Color(0x22, 0x22, 0x22, 45);

    byte[] png() {
        List<LayerPriors> layers = LayerPriors.of(priors);
        return new PanelFigure(
                        "Prior boxes: those of the middle cell of each source map",
                        String.format(
                                        Locale.ROOT,
                                        "Every cell predicts from boxes like these around its own centre, %,d in all. Fine maps hold many small boxes,",
                                        priors.size())
                                + " coarse maps a few large ones, which may reach beyond the image. Blue: squares; vermilion: wide;"
                                + " green: tall.",
                        Math.min(3, layers.size()),
                        SIDE,
                        layers.stream().map(this::panel).toList())
                .png();
    }

    private Panel panel(LayerPriors layer) {
        int middle = layer.middle();
        return new Panel(
                "%s cells (%s)".formatted(layer.cells(), layer.layer().source()),
                List.of(String.format(
                        Locale.ROOT,
                        "%,d boxes, %d a cell, in pixels of the input: %s",
                        layer.layer().boxes(),
                        layer.layer().boxesPerCell(),
                        layer.cellOf(middle)
                                .mapToObj(prior -> size(priors.box(prior)))
                                .collect(Collectors.joining(", ")))),
                (graphics, square) -> {
                    PictureFrame frame =
                            PictureFrame.within(graphics, square, (double) input.width() / input.height(), BORDER);
                    frame.paint(subject.image(), true);
                    if (layer.layer().columns() <= FINEST_GRID) {
                        frame.grid(layer.layer().rows(), layer.layer().columns(), Palette.GRID);
                    }
                    frame.area(layer.cell(middle), CELL);
                    frame.box(layer.cell(middle), Palette.INK, 1);
                    layer.cellOf(middle).forEach(prior -> {
                        CornerBox box = priors.box(prior);
                        frame.box(box, colour(box), 2);
                    });
                });
    }

    private String size(CornerBox box) {
        return "%d\u00d7%d"
                .formatted(Math.round(box.width() * input.width()), Math.round(box.height() * input.height()));
    }

    private Color colour(CornerBox box) {
        double ratio = (double) box.width() * input.width() / ((double) box.height() * input.height());
        return ratio > SQUARE ? Palette.VERMILION : ratio < 1 / SQUARE ? Palette.GREEN : Palette.BLUE;
    }
}
