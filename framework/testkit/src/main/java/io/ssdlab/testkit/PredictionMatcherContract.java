package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matching;
import io.ssdlab.spi.training.PredictedBoxes;
import io.ssdlab.spi.training.PredictionMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PredictionMatcher} must hold to, where nothing is predicted yet (as {@link MatcherContract} asks) and
 * whatever is. Extend it as that:
 *
 * <pre>{@code
 * class MyMatcherTest extends PredictionMatcherContract {
 *     @Override
 *     protected PredictionMatcher matcher() {
 *         return new MyMatcher(new MyMatcherConfig(...));
 *     }
 * }
 * }</pre>
 */
public abstract class PredictionMatcherContract extends MatcherContract {

    /** At least as many as the scenes have labels. */
    private static final int CLASSES = 20;

    private static final int SCENES = 60;

    @Override
    protected abstract PredictionMatcher matcher();

    @Test
    void whateverIsPredictedEveryPriorIsMatchedToAnObjectOrToNone() {
        PriorBoxes priors = priors();
        for (int scene = 0; scene < SCENES; scene++) {
            assertWellFormed(matchAlone(priors, scene), priors, scene(scene));
        }
    }

    @Test
    void withoutObjectsNothingIsPositiveWhateverIsPredicted() {
        PriorBoxes priors = priors();
        assertThat(matcher()
                        .match(priors, List.of(), predicted(priors, List.of(), 3))
                        .positives())
                .isZero();
    }

    /** So that the run ends with what diverged, not with an exception of the matcher. */
    @Test
    void predictionsThatAreNotFiniteAreMatchedToo() {
        PriorBoxes priors = priors();
        List<GroundTruth> objects = scene(7);
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            float[] logits = new float[priors.size() * (1 + CLASSES)];
            float[] corners = new float[priors.size() * 4];
            Arrays.fill(logits, value);
            Arrays.fill(corners, value);
            PredictedBoxes diverged = new PredictedBoxes(CLASSES, logits, corners);
            assertWellFormed(matcher().match(priors, objects, diverged), priors, objects);
        }
    }

    @Test
    void thePredictionsAreReadOnly() {
        PriorBoxes priors = priors();
        List<GroundTruth> objects = scene(9);
        PredictedBoxes predicted = predicted(priors, objects, 9);
        float[] logits = predicted.classLogits().clone();
        float[] corners = predicted.corners().clone();
        matcher().match(priors, objects, predicted);
        assertThat(Arrays.mismatch(predicted.classLogits(), logits))
                .as("index of the first logit that was changed")
                .isEqualTo(-1);
        assertThat(Arrays.mismatch(predicted.corners(), corners))
                .as("index of the first corner that was changed")
                .isEqualTo(-1);
    }

    @Test
    void severalThreadsAtOnceGetTheResultOfOneWhateverIsPredicted() throws Exception {
        PredictionMatcher shared = matcher();
        PriorBoxes priors = priors();
        List<Callable<int[]>> calls = new ArrayList<>();
        for (int scene = 0; scene < SCENES; scene++) {
            List<GroundTruth> objects = scene(scene);
            PredictedBoxes predicted = predicted(priors, objects, scene);
            calls.add(() -> shared.match(priors, objects, predicted).assignments());
        }
        List<int[]> together = SeveralThreads.resultsOf(calls);
        for (int scene = 0; scene < SCENES; scene++) {
            assertSame(together.get(scene), matchAlone(priors, scene).assignments(), "scene " + scene);
        }
    }

    /** By a matcher that has matched nothing before. */
    private Matching matchAlone(PriorBoxes priors, int scene) {
        List<GroundTruth> objects = scene(scene);
        return matcher().match(priors, objects, predicted(priors, objects, scene));
    }

    /** Boxes near their priors or near an object, and any logits. */
    private static PredictedBoxes predicted(PriorBoxes priors, List<GroundTruth> objects, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] logits = new float[priors.size() * (1 + CLASSES)];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) random.nextDouble(-5, 5);
        }
        float[] corners = priors.corners().clone();
        for (int prior = 0; prior < priors.size(); prior++) {
            float[] near = objects.isEmpty() || random.nextBoolean()
                    ? Arrays.copyOfRange(corners, 4 * prior, 4 * prior + 4)
                    : corners(objects.get(random.nextInt(objects.size())));
            for (int i = 0; i < 4; i++) {
                corners[4 * prior + i] = near[i] + (float) random.nextDouble(-0.03, 0.03);
            }
        }
        return new PredictedBoxes(CLASSES, logits, corners);
    }

    private static float[] corners(GroundTruth object) {
        return new float[] {
            object.box().xMin(),
            object.box().yMin(),
            object.box().xMax(),
            object.box().yMax()
        };
    }
}
