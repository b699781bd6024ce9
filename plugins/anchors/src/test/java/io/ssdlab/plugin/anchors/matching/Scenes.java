package io.ssdlab.plugin.anchors.matching;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Prior boxes and objects for tests. */
final class Scenes {

    private Scenes() {}

    static List<GroundTruth> objects(CornerBox... boxes) {
        return objects(List.of(boxes));
    }

    static List<GroundTruth> objects(List<CornerBox> boxes) {
        return boxes.stream().map(box -> new GroundTruth(box, 1, false)).toList();
    }

    /** On one source map of a single cell. */
    static PriorBoxes priors(CornerBox... boxes) {
        return priors(List.of(new PriorLayer("map", 1, 1, boxes.length)), List.of(boxes));
    }

    static PriorBoxes priors(List<PriorLayer> layers, List<CornerBox> boxes) {
        float[] corners = new float[4 * boxes.size()];
        for (int i = 0; i < boxes.size(); i++) {
            corners[4 * i] = boxes.get(i).xMin();
            corners[4 * i + 1] = boxes.get(i).yMin();
            corners[4 * i + 2] = boxes.get(i).xMax();
            corners[4 * i + 3] = boxes.get(i).yMax();
        }
        return PriorBoxes.ofCorners(layers, corners, PriorBoxes.Variances.ORIGINAL);
    }

    /** Square boxes that fill grids of so many cells a side, one source map each, without gap or overlap. */
    static PriorBoxes tiles(int... sides) {
        List<PriorLayer> layers = new ArrayList<>();
        List<CornerBox> boxes = new ArrayList<>();
        for (int side : sides) {
            layers.add(new PriorLayer("map" + side, side, side, 1));
            for (int cell = 0; cell < side * side; cell++) {
                boxes.add(square((cell % side + 0.5f) / side, (Math.floorDiv(cell, side) + 0.5f) / side, 1f / side));
            }
        }
        return priors(layers, boxes);
    }

    static CornerBox square(float centreX, float centreY, float side) {
        return new CornerBox(centreX - side / 2, centreY - side / 2, centreX + side / 2, centreY + side / 2);
    }

    /** The prior boxes that are matched to an object. */
    static int[] matchedTo(int object, int[] assignments) {
        int[] matched = new int[assignments.length];
        int count = 0;
        for (int prior = 0; prior < assignments.length; prior++) {
            if (assignments[prior] == object) {
                matched[count++] = prior;
            }
        }
        return Arrays.copyOf(matched, count);
    }
}
