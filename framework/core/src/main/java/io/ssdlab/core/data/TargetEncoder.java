package io.ssdlab.core.data;

import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matching;
import io.ssdlab.spi.training.Targets;
import java.util.List;

/** Writes matchings as {@link Targets} hold them. Immutable; thread-safe. */
public final class TargetEncoder {

    private final BoxCoder boxCoder;

    public TargetEncoder(BoxCoder boxCoder) {
        this.boxCoder = boxCoder;
    }

    PriorBoxes priors() {
        return boxCoder.priors();
    }

    BoxCoder boxCoder() {
        return boxCoder;
    }

    /**
     * Writes the matching of an image into slot {@code slot} of a batch's arrays, which is all zero before.
     *
     * @param objects that the matching is of
     * @param labels {@code [batch * priors]}
     * @param offsets {@code [batch * priors * 4]}
     */
    public void encode(List<GroundTruth> objects, Matching matching, int slot, int[] labels, float[] offsets) {
        int[] assignments = matching.assignments();
        int first = slot * priors().size();
        for (int prior = 0; prior < assignments.length; prior++) {
            int assignment = assignments[prior];
            if (assignment >= 0) {
                GroundTruth matched = objects.get(assignment);
                labels[first + prior] = matched.label();
                boxCoder.encode(matched.box(), prior, offsets, 4 * (first + prior));
            } else if (assignment == Matching.IGNORED) {
                labels[first + prior] = Targets.IGNORED;
            }
        }
    }
}
