package io.ssdlab.plugin.datasets.coco;

import io.ssdlab.plugin.datasets.reading.EmptyBoxes;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import java.util.List;
import java.util.Optional;

/**
 * One annotated object, held against its picture.
 *
 * @param where it is annotated
 * @param category its name
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 */
record PictureBox(String where, AnnotatedObject object, String category, int width, int height, EmptyBoxes emptyBoxes) {

    /** COCO rounds boxes to hundredths of a pixel: what reaches outside by no more is cut without a word. */
    private static final double ROUNDING = 0.01;

    /**
     * The object with its box cut to the picture, unless it is to be taken as written; its area stays as annotated. Empty if
     * no area of the box is inside; that is then in {@code problems} or {@code warnings}, and so is a cut.
     */
    Optional<AnnotatedObject> clipped(List<Problem> problems, List<String> warnings) {
        PixelBox box = object.box();
        if (emptyBoxes == EmptyBoxes.AS_WRITTEN) {
            return Optional.of(object);
        }
        if (!(box.width() > 0 && box.height() > 0)) {
            return empty("has no area", problems, warnings);
        }
        double xMin = Math.max(0, box.xMin());
        double yMin = Math.max(0, box.yMin());
        double xMax = Math.min(width, box.xMax());
        double yMax = Math.min(height, box.yMax());
        if (!(xMax > xMin && yMax > yMin)) {
            return empty("has no area in the picture of " + size(), problems, warnings);
        }
        double cut = Math.max(
                Math.max(xMin - box.xMin(), yMin - box.yMin()), Math.max(box.xMax() - xMax, box.yMax() - yMax));
        if (cut == 0) {
            return Optional.of(object);
        }
        if (cut > ROUNDING) {
            warnings.add(where + ": " + describe() + " reaches outside of the picture of " + size() + ": clipped");
        }
        return Optional.of(new AnnotatedObject(
                new PixelBox(xMin, yMin, xMax, yMax),
                object.label(),
                object.difficult(),
                object.crowd(),
                object.area()));
    }

    private Optional<AnnotatedObject> empty(String how, List<Problem> problems, List<String> warnings) {
        String what = describe() + " " + how;
        switch (emptyBoxes) {
            case REFUSE, AS_WRITTEN ->
                problems.add(new Problem(
                        where,
                        what,
                        "Correct or remove the annotation, or set empty-boxes: skip to leave such objects out."));
            case SKIP -> warnings.add(where + ": " + what + ": left out");
        }
        return Optional.empty();
    }

    private String describe() {
        PixelBox box = object.box();
        return "the box of this %s, [%s, %s, %s, %s],"
                .formatted(category, box.xMin(), box.yMin(), box.width(), box.height());
    }

    private String size() {
        return width + " x " + height + " pixels";
    }
}
