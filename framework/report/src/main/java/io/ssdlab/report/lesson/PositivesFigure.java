package io.ssdlab.report.lesson;

import io.ssdlab.core.coverage.CoveredObject;
import io.ssdlab.core.coverage.LayerCoverage;
import io.ssdlab.core.coverage.PriorCoverage;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many prior boxes a matcher gives to objects: by source map, and by object. Why the loss needs hard negative mining (paper
 * section 2.2): nearly all prior boxes are background.
 *
 * @param coverage of training images as annotated
 */
record PositivesFigure(PriorCoverage coverage) {

    private static final int WIDTH = 940;
    private static final int MARGIN = 22;
    private static final int GAP = 20;

    /** The ends of the groups of objects, each with all counts beyond the one before it. */
    private static final int[] MOST = {0, 1, 2, 4, 8, 16, 32, Integer.MAX_VALUE};

    byte[] png() {
        Bars layers = new Bars(
                "Matched prior boxes of an image, by source map",
                coverage.layers().stream().map(PositivesFigure::bar).toList(),
                Palette.BLUE);
        Bars objects = new Bars("Objects by how many prior boxes they are matched to", byCount(), Palette.GREEN);
        List<String> lead = Letters.lines(lead(), Sheet.metrics(Letters.TEXT), WIDTH - 2.0 * MARGIN);
        double top = MARGIN
                + Sheet.metrics(Letters.TITLE).getHeight()
                + lead.size() * (double) Sheet.metrics(Letters.TEXT).getHeight()
                + GAP;
        Sheet sheet = new Sheet(WIDTH, (int) Math.ceil(top + layers.height() + GAP + objects.height() + MARGIN));
        double below = sheet.write(
                List.of("Positives: few prior boxes have anything to find"),
                Letters.TITLE,
                Font.BOLD,
                Palette.INK,
                MARGIN,
                MARGIN);
        sheet.write(lead, Letters.TEXT, Font.PLAIN, Palette.FAINT_INK, MARGIN, below);
        layers.draw(sheet, MARGIN, top, WIDTH - 2.0 * MARGIN);
        objects.draw(sheet, MARGIN, top + layers.height() + GAP, WIDTH - 2.0 * MARGIN);
        return sheet.png();
    }

    private String lead() {
        double positives = coverage.positivesPerImage();
        return String.format(
                Locale.ROOT,
                "%,d training images with %,d objects, as annotated. Of %,d prior boxes, %s are matched in an image on average: one in %,d.",
                coverage.training().images().size(),
                coverage.objects().size(),
                coverage.priors(),
                number(positives),
                Math.round(coverage.priors() / positives));
    }

    private static Bars.Bar bar(LayerCoverage layer) {
        return new Bars.Bar(
                "%s (%s)".formatted(layer.cells(), layer.source()),
                layer.positivesPerImage(),
                String.format(
                        Locale.ROOT,
                        "%s of %,d (%.2f %%)",
                        number(layer.positivesPerImage()),
                        layer.boxes(),
                        100 * layer.positivesPerImage() / layer.boxes()));
    }

    private List<Bars.Bar> byCount() {
        List<Bars.Bar> bars = new ArrayList<>();
        int least = 0;
        for (int most : MOST) {
            int from = least;
            long objects = coverage.objects().stream()
                    .mapToInt(CoveredObject::positives)
                    .filter(count -> count >= from && count <= most)
                    .count();
            bars.add(new Bars.Bar(
                    name(least, most),
                    objects,
                    String.format(
                            Locale.ROOT,
                            "%,d (%.1f %%)",
                            objects,
                            100.0 * objects / coverage.objects().size())));
            least = most + 1;
        }
        return bars;
    }

    private static String name(int least, int most) {
        if (most == 0) {
            return "none";
        }
        return least == most ? "" + least : most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}
