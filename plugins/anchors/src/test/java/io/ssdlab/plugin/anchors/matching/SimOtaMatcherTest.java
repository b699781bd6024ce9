package io.ssdlab.plugin.anchors.matching;

import static io.ssdlab.spi.training.Matching.BACKGROUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.PredictedBoxes;
import io.ssdlab.spi.training.PredictionMatcher;
import io.ssdlab.testkit.PredictionMatcherContract;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimOtaMatcherTest extends PredictionMatcherContract {

    private static final CornerBox LEFT_HALF = new CornerBox(0, 0, 0.5f, 1);
    private static final CornerBox WHOLE = new CornerBox(0, 0, 1, 1);

    @Override
    protected PredictionMatcher matcher() {
        return new SimOtaMatcher(SimOtaConfig.YOLOX);
    }

    /** What is matched where each prior box predicts itself and each class alike, but for what is set. */
    private static final class Scene {

        private final PriorBoxes priors;
        private final List<GroundTruth> objects;
        private final float[] logits;
        private final float[] corners;

        Scene(PriorBoxes priors, GroundTruth... objects) {
            this.priors = priors;
            this.objects = List.of(objects);
            this.logits = new float[3 * priors.size()];
            this.corners = priors.corners().clone();
        }

        Scene predicts(int prior, CornerBox box) {
            corners[4 * prior] = box.xMin();
            corners[4 * prior + 1] = box.yMin();
            corners[4 * prior + 2] = box.xMax();
            corners[4 * prior + 3] = box.yMax();
            return this;
        }

        Scene logit(int prior, int label, double value) {
            logits[3 * prior + label] = (float) value;
            return this;
        }

        int[] matched(SimOtaConfig config) {
            return new SimOtaMatcher(config)
                    .match(priors, objects, new PredictedBoxes(2, logits, corners))
                    .assignments();
        }

        int[] matched() {
            return matched(SimOtaConfig.YOLOX);
        }
    }

    private static GroundTruth object(CornerBox box, int label) {
        return new GroundTruth(box, label, false);
    }

    @Test
    void thePriorThatPredictsBestIsTaken() {
        // The tiles of a grid of two: each overlaps a quarter of the object, so that it is worth one of them.
        Scene scene = new Scene(Scenes.tiles(2), object(WHOLE, 1)).predicts(2, Scenes.square(0.5f, 0.5f, 0.8f));
        assertThat(Scenes.matchedTo(0, scene.matched())).as("by its box").containsExactly(2);

        scene = new Scene(Scenes.tiles(2), object(WHOLE, 1)).logit(3, 1, 2);
        assertThat(Scenes.matchedTo(0, scene.matched())).as("by its class").containsExactly(3);

        scene = new Scene(Scenes.tiles(2), object(WHOLE, 1)).logit(3, 2, 2);
        assertThat(Scenes.matchedTo(0, scene.matched()))
                .as("not by another class; of equal ones the first")
                .containsExactly(0);
    }

    @Test
    void anObjectGetsAsManyPriorsAsItsOverlapsSumTo() {
        PriorBoxes four = Scenes.priors(WHOLE, WHOLE, WHOLE, WHOLE);
        Scene scene = new Scene(four, object(WHOLE, 1))
                .predicts(0, new CornerBox(0, 0, 1, 0.9f))
                .predicts(1, new CornerBox(0, 0, 1, 0.8f))
                .predicts(2, new CornerBox(0, 0, 1, 0.7f))
                .predicts(3, new CornerBox(0, 0, 1, 0.55f));

        assertThat(scene.matched()).as("2.95 in all").containsExactly(0, 0, BACKGROUND, BACKGROUND);
        assertThat(scene.matched(new SimOtaConfig(1, 2.5, 3)))
                .as("0.9 of the best one, but at least one prior")
                .containsExactly(0, BACKGROUND, BACKGROUND, BACKGROUND);
        assertThat(scene.predicts(3, new CornerBox(0, 0, 1, 0.61f)).matched())
                .as("3.01 in all")
                .containsExactly(0, 0, 0, BACKGROUND);
    }

    @Test
    void theWeightTellsBoxesFromClasses() {
        // The first prior box has the better box, the second the better class: ln 2 and 1 in cost.
        Scene scene = new Scene(Scenes.priors(WHOLE, WHOLE), object(WHOLE, 1))
                .predicts(0, new CornerBox(0, 0, 1, 0.6f))
                .predicts(1, new CornerBox(0, 0, 1, 0.3f))
                .logit(1, 1, 2);

        assertThat(scene.matched(new SimOtaConfig(1, 2.5, 3))).containsExactly(0, BACKGROUND);
        assertThat(scene.matched(new SimOtaConfig(1, 2.5, 0.5))).containsExactly(BACKGROUND, 0);
    }

    @Test
    void centresFarFromTheObjectsAreTakenLast() {
        // On a grid of eight a radius of one step reaches one tile to each side of the middle of the object.
        int far = 8 * 1 + 1;
        int near = 8 * 4 + 4;
        Scene scene = new Scene(Scenes.tiles(8), object(WHOLE, 1))
                .predicts(far, WHOLE)
                .logit(far, 1, 5);

        assertThat(Scenes.matchedTo(0, scene.matched(new SimOtaConfig(1, 1, 3))))
                .as("inside, but not near the centre")
                .doesNotContain(far)
                .hasSize(1);
        assertThat(Scenes.matchedTo(0, scene.matched(new SimOtaConfig(1, 4, 3))))
                .as("near enough")
                .containsExactly(far);
        assertThat(Scenes.matchedTo(0, scene.logit(near, 1, 1).matched(new SimOtaConfig(1, 1, 3))))
                .containsExactly(near);
    }

    @Test
    void outsideOfAllObjectsNothingIsMatched() {
        Scene scene = new Scene(Scenes.tiles(8), object(new CornerBox(0, 0, 0.25f, 0.25f), 1))
                .predicts(63, new CornerBox(0, 0, 0.25f, 0.25f))
                .logit(63, 1, 9);
        assertThat(scene.matched()[63]).isEqualTo(BACKGROUND);
    }

    @Test
    void aContestedPriorGoesToTheObjectThatItCostsLeast() {
        // Both objects take the only prior box near; its class decides.
        Scene scene = new Scene(Scenes.priors(WHOLE), object(LEFT_HALF, 1), object(new CornerBox(0.2f, 0, 0.7f, 1), 2));
        assertThat(scene.logit(0, 1, 1).matched())
                .as("not central in the first")
                .containsExactly(1);

        Scene inBoth = new Scene(Scenes.priors(WHOLE), object(WHOLE, 1), object(WHOLE, 2));
        assertThat(inBoth.logit(0, 1, 1).matched()).containsExactly(0);
        assertThat(inBoth.logit(0, 2, 2).matched()).containsExactly(1);
    }

    @Test
    void predictionsThatAreNotFiniteAreTakenLast() {
        Scene scene = new Scene(Scenes.priors(WHOLE, WHOLE), object(WHOLE, 1)).logit(0, 0, Double.NaN);
        assertThat(scene.matched(new SimOtaConfig(1, 2.5, 3))).containsExactly(BACKGROUND, 0);

        Scene none = new Scene(Scenes.priors(WHOLE, WHOLE), object(WHOLE, 1));
        Arrays.fill(none.logits, Float.NaN);
        Arrays.fill(none.corners, Float.POSITIVE_INFINITY);
        assertThat(none.matched()).containsExactly(0, BACKGROUND);
    }

    @Test
    void objectsWithoutAreaGetNothing() {
        Scene scene = new Scene(Scenes.tiles(2), object(new CornerBox(0.5f, 0.5f, 0.5f, 0.5f), 1), object(WHOLE, 2));
        assertThat(scene.matched()).containsExactly(1, BACKGROUND, BACKGROUND, BACKGROUND);
    }
}
