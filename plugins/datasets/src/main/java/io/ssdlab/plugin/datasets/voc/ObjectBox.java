package io.ssdlab.plugin.datasets.voc;

import io.ssdlab.plugin.datasets.picture.ImageHeader;
import io.ssdlab.plugin.datasets.reading.EmptyBoxes;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.box.PixelBox;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The box of one annotated object, held against its image.
 *
 * @param file the annotation
 */
record ObjectBox(Path file, Annotation.NamedObject object, ImageHeader image, EmptyBoxes emptyBoxes) {

    /**
     * The box cut to the image, unless it is to be taken as written: corners within [0, width] and [0, height], of positive
     * area. Empty if there is no such box; that is then in {@code problems} or {@code warnings}, and so is a cut.
     */
    Optional<PixelBox> clipped(List<Problem> problems, List<String> warnings) {
        boolean inverted = object.xMax() < object.xMin() || object.yMax() < object.yMin();
        if (emptyBoxes == EmptyBoxes.AS_WRITTEN && !inverted) {
            return Optional.of(new PixelBox(object.xMin(), object.yMin(), object.xMax(), object.yMax()));
        }
        if (object.xMax() <= object.xMin() || object.yMax() <= object.yMin()) {
            return empty(inverted ? "is inverted" : "has no area", problems, warnings);
        }
        int xMin = Math.max(0, object.xMin());
        int yMin = Math.max(0, object.yMin());
        int xMax = Math.min(image.width(), object.xMax());
        int yMax = Math.min(image.height(), object.yMax());
        if (xMax <= xMin || yMax <= yMin) {
            return empty("lies outside of the image of " + size(), problems, warnings);
        }
        if (xMin != object.xMin() || yMin != object.yMin() || xMax != object.xMax() || yMax != object.yMax()) {
            warnings.add(where() + ": " + describe() + " reaches outside of the image of " + size() + ": clipped");
        }
        return Optional.of(new PixelBox(xMin, yMin, xMax, yMax));
    }

    private Optional<PixelBox> empty(String how, List<Problem> problems, List<String> warnings) {
        String what = describe() + " " + how;
        switch (emptyBoxes) {
            case REFUSE, AS_WRITTEN ->
                problems.add(new Problem(
                        where(),
                        what,
                        "Correct or remove the object, or set empty-boxes: skip to leave such objects out."));
            case SKIP -> warnings.add(where() + ": " + what + ": left out");
        }
        return Optional.empty();
    }

    private String where() {
        return file + ":" + object.line();
    }

    private String describe() {
        return "the box of object %d (%s), xmin %d, ymin %d, xmax %d, ymax %d,"
                .formatted(object.number(), object.name(), object.xMin(), object.yMin(), object.xMax(), object.yMax());
    }

    private String size() {
        return image.width() + " x " + image.height() + " pixels";
    }
}
