package org.example.plugin;

import static io.ssdlab.spi.training.Matching.BACKGROUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.testkit.MatcherContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScaleCompensationMatcherTest extends MatcherContract {

    private static final CornerBox LEFT = new CornerBox(0, 0, 0.5f, 1);
    private static final CornerBox RIGHT = new CornerBox(0.5f, 0, 1, 1);

    @Override
    protected Matcher matcher() {
        return new ScaleCompensationMatcher(ScaleCompensationConfig.S3FD);
    }

    /** A prior box within the left half and of a share of its area: that is their IoU. */
    private static CornerBox left(float share) {
        return new CornerBox(0, 0, 0.5f * share, 1);
    }

    private static CornerBox right(float share) {
        return new CornerBox(1 - 0.5f * share, 0, 1, 1);
    }

    private static PriorBoxes priors(CornerBox... boxes) {
        float[] corners = new float[4 * boxes.length];
        for (int i = 0; i < boxes.length; i++) {
            float[] box = {boxes[i].xMin(), boxes[i].yMin(), boxes[i].xMax(), boxes[i].yMax()};
            System.arraycopy(box, 0, corners, 4 * i, 4);
        }
        return PriorBoxes.ofCorners(
                List.of(new PriorLayer("map", 1, 1, boxes.length)), corners, PriorBoxes.Variances.ORIGINAL);
    }

    private int[] match(PriorBoxes priors, CornerBox... objects) {
        return matcher()
                .match(
                        priors,
                        Arrays.stream(objects)
                                .map(box -> new GroundTruth(box, 1, false))
                                .toList())
                .assignments();
    }

    @Test
    void anObjectWithTheMeanNumberGetsWhatReachesTheThreshold() {
        assertThat(match(priors(left(0.5f), left(0.36f), left(0.34f)), LEFT)).containsExactly(0, 0, BACKGROUND);
    }

    /** The left one has three, the right one none, which counts as one: two on average. */
    @Test
    void anObjectWithFewerTakesItsBestUpToTheMean() {
        PriorBoxes priors = priors(left(0.4f), left(0.5f), left(0.6f), right(0.15f), right(0.3f), right(0.2f));

        assertThat(match(priors, LEFT, RIGHT)).containsExactly(0, 0, 0, BACKGROUND, 1, 1);
    }

    @Test
    void onlyTheFirstOfAnObjectMayBeBelowTheFloor() {
        PriorBoxes priors = priors(left(0.4f), left(0.5f), left(0.6f), right(0.05f), right(0.09f));

        assertThat(match(priors, LEFT, RIGHT)).containsExactly(0, 0, 0, BACKGROUND, 1);
    }

    @Test
    void nobodyTakesWhatAnotherOneHas() {
        CornerBox withinLeft = new CornerBox(0, 0, 0.05f, 1);

        assertThat(match(priors(left(0.5f), left(0.6f)), withinLeft, LEFT)).containsExactly(1, 1);
    }

    /** Who has fewer than the mean found nothing more: a property of all scenes, here of drawn ones. */
    @Test
    void whoHasFewerThanTheMeanHasNothingLeftToTake() {
        SplittableRandom random = new SplittableRandom(20170817);
        for (int scene = 0; scene < 200; scene++) {
            CornerBox[] objects = boxes(random, 1 + scene % 12);
            PriorBoxes priors = priors(boxes(random, 150));
            int[] assignments = match(priors, objects);
            int[] strong = new int[objects.length];
            int[] all = new int[objects.length];
            for (int prior = 0; prior < assignments.length; prior++) {
                if (assignments[prior] != BACKGROUND) {
                    CornerBox object = objects[assignments[prior]];
                    all[assignments[prior]]++;
                    strong[assignments[prior]] += priors.box(prior).intersectionOverUnion(object) >= 0.35f ? 1 : 0;
                }
            }
            double mean = Arrays.stream(strong)
                    .map(count -> Math.max(1, count))
                    .average()
                    .orElseThrow();
            for (int object = 0; object < objects.length; object++) {
                CornerBox box = objects[object];
                boolean freeOne = false;
                for (int prior = 0; prior < assignments.length; prior++) {
                    freeOne |= assignments[prior] == BACKGROUND
                            && priors.box(prior).intersectionOverUnion(box) >= 0.1f;
                }
                assertThat(all[object]).isLessThanOrEqualTo(Math.max(strong[object], (int) Math.round(mean)));
                assertThat(freeOne && all[object] < Math.round(mean))
                        .as("scene %d, object %d", scene, object)
                        .isFalse();
            }
        }
    }

    private static CornerBox[] boxes(SplittableRandom random, int count) {
        List<CornerBox> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float x = random.nextFloat();
            float y = random.nextFloat();
            boxes.add(new CornerBox(x, y, x + 0.05f + random.nextFloat() / 4, y + 0.05f + random.nextFloat() / 4));
        }
        return boxes.toArray(CornerBox[]::new);
    }

    @Test
    void theFloorIsNotAboveTheThreshold() {
        assertThatThrownBy(() -> new ScaleCompensationConfig(0.35, 0.4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("floor 0.4 is above threshold 0.35: expected at most that");
    }
}
