package io.ssdlab.report.lesson;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxes;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The background prior boxes that a loss trains on in one image (paper section 2.2, "Hard negative mining"), for one detector or
 * several side by side.
 */
record HardNegativeFigure(LessonImage subject, PriorBoxes priors, InputSize input, List<TrainedPriors> detectors) {

    private static final int SIDE = 400;
    private static final double BORDER = 0.12;
    private static final int DRAWN_AS_BOXES = 6;

    /** A loss that weighs prior boxes in place of choosing looks at thousands. */
    private static final int MOST_DOTS = 300;

    private static final double SMALLEST_DOT = 3;
    private static final double DOT_OF_SIDE = 14;
    private static final Color DOT = new Color(0xD5, 0x5E, 0x00, 170);

    HardNegativeFigure {
        detectors = List.copyOf(detectors);
    }

    byte[] png() {
        boolean chosen = detectors.stream()
                .anyMatch(detector -> detector.negativesByPull().size() < detector.background());
        return new PanelFigure(
                        "Hard negatives: the background that the loss trains on",
                        "Blue: the objects. Each dot is the centre of a background prior box that the loss trains on, larger for larger"
                                + " boxes; the %d hardest boxes are drawn.".formatted(DRAWN_AS_BOXES)
                                + (chosen ? " All the rest of the background is left out of this step." : ""),
                        detectors.size(),
                        SIDE,
                        detectors.stream().map(this::panel).toList())
                .png();
    }

    private Panel panel(TrainedPriors detector) {
        List<Integer> negatives = detector.negativesByPull();
        int positives = detector.matching().positives();
        List<String> captions = new ArrayList<>();
        captions.add(String.format(
                Locale.ROOT,
                "%,d positives; %,d of %,d background boxes trained%s",
                positives,
                negatives.size(),
                detector.background(),
                positives == 0
                        ? ""
                        : String.format(Locale.ROOT, ": %.1f to 1", (double) negatives.size() / positives)));
        if (negatives.size() > MOST_DOTS) {
            captions.add("Dots: the %d with the largest gradient".formatted(MOST_DOTS));
        }
        captions.add(byLayer(negatives));
        return new Panel(detector.name(), captions, (graphics, square) -> {
            PictureFrame frame = PictureFrame.within(graphics, square, (double) input.width() / input.height(), BORDER);
            frame.paint(subject.image(), true);
            negatives.stream()
                    .limit(MOST_DOTS)
                    .forEach(prior -> frame.dot(priors.box(prior), DOT, radius(priors.box(prior))));
            negatives.stream()
                    .limit(DRAWN_AS_BOXES)
                    .forEach(prior -> frame.box(priors.box(prior), Palette.VERMILION, 1.6f));
            subject.objects().forEach(object -> frame.raisedBox(object.box(), Palette.BLUE, 2.6f));
        });
    }

    private static double radius(CornerBox box) {
        return SMALLEST_DOT + DOT_OF_SIDE * Math.sqrt((double) box.area());
    }

    private String byLayer(List<Integer> negatives) {
        return LayerPriors.of(priors).stream()
                .map(layer -> "%s: %d"
                        .formatted(
                                layer.cells(),
                                negatives.stream()
                                        .filter(prior -> prior >= layer.first()
                                                && prior
                                                        < layer.first()
                                                                + layer.layer().boxes())
                                        .count()))
                .collect(Collectors.joining("; ", "By source map: ", ""));
    }
}
