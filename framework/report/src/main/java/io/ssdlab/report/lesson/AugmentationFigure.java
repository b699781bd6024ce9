package io.ssdlab.report.lesson;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The augmenters of an experiment applied to an image one after the other (paper section 2.2, "Data augmentation"; section 3.6 for
 * expansion): a contact sheet.
 *
 * @param names of the augmenters, in order
 * @param classes the names of the labels 1..classes
 */
record AugmentationFigure(AugmentedStages way, List<String> names, List<String> classes) {

    private static final int SIDE = 290;
    private static final double BORDER = 0.02;
    private static final int COLUMNS = 3;

    AugmentationFigure {
        names = List.copyOf(names);
        classes = List.copyOf(classes);
    }

    byte[] png() {
        List<Panel> panels = new ArrayList<>();
        for (int stage = 0; stage < way.stages().size(); stage++) {
            panels.add(panel(stage));
        }
        return new PanelFigure(
                        "Augmentation: one training sample, step by step",
                        String.format(
                                        Locale.ROOT,
                                        "Image %s as sample %,d of a run with seed %d. Each augmenter works on what the one before it leaves; dashed: what",
                                        way.stages().get(0).imageId(),
                                        way.position() + 1,
                                        way.seed())
                                + " the next one keeps.",
                        Math.min(COLUMNS, panels.size()),
                        SIDE,
                        panels)
                .png();
    }

    private Panel panel(int stage) {
        Sample sample = way.stages().get(stage);
        List<String> captions = new ArrayList<>();
        captions.add(stage == 0 ? "as stored" : way.changes().get(stage - 1).inWords());
        captions.add("%dx%d pixels, %s"
                .formatted(
                        sample.image().width(),
                        sample.image().height(),
                        objects(sample.groundTruths().size())));
        return new Panel(
                stage == 0 ? "image" : "%d. %s".formatted(stage, names.get(stage - 1)),
                captions,
                (graphics, square) -> {
                    PictureFrame frame = PictureFrame.within(
                            graphics,
                            square,
                            (double) sample.image().width() / sample.image().height(),
                            BORDER);
                    frame.paint(sample.image(), false);
                    for (GroundTruth object : sample.groundTruths()) {
                        frame.raisedBox(object.box(), Palette.ofObject(object.label() - 1), 2.4f);
                    }
                    for (GroundTruth object : sample.groundTruths()) {
                        frame.label(
                                object.box(), classes.get(object.label() - 1), Palette.ofObject(object.label() - 1));
                    }
                    leftOver(stage).ifPresent(part -> frame.dashedBox(part, Palette.INK, 2));
                });
    }

    private Optional<CornerBox> leftOver(int stage) {
        return stage < way.changes().size() ? way.changes().get(stage).leftOver() : Optional.empty();
    }

    private static String objects(int count) {
        return count == 1 ? "1 object" : count + " objects";
    }
}
