package io.ssdlab.plugin.anchors.matching;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matching;
import java.util.Arrays;
import java.util.List;

/** The rule word for word: every overlap in a matrix, whose rows and columns are searched through. */
final class LiteralMaxIouRule {

    private LiteralMaxIouRule() {}

    static int[] match(PriorBoxes priors, List<CornerBox> objects, MaxIouConfig config) {
        float[][] overlaps = new float[priors.size()][objects.size()];
        for (int prior = 0; prior < priors.size(); prior++) {
            for (int object = 0; object < objects.size(); object++) {
                overlaps[prior][object] = priors.box(prior).intersectionOverUnion(objects.get(object));
            }
        }
        int[] assignments = new int[priors.size()];
        Arrays.setAll(assignments, prior -> {
            float best = 0;
            for (float overlap : overlaps[prior]) {
                best = Math.max(best, overlap);
            }
            if (best >= (float) config.positive() || (config.forceBest() && isBestOfAnObject(overlaps, prior))) {
                return firstIndexOf(best, overlaps[prior]);
            }
            return best >= (float) config.negative() ? Matching.IGNORED : Matching.BACKGROUND;
        });
        return assignments;
    }

    private static boolean isBestOfAnObject(float[][] overlaps, int prior) {
        for (int object = 0; object < overlaps[prior].length; object++) {
            float columnBest = 0;
            for (float[] row : overlaps) {
                columnBest = Math.max(columnBest, row[object]);
            }
            if (columnBest > 0 && overlaps[prior][object] == columnBest) {
                return true;
            }
        }
        return false;
    }

    private static int firstIndexOf(float value, float[] values) {
        int index = 0;
        while (values[index] != value) {
            index++;
        }
        return index;
    }
}
