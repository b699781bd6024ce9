package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Matcher} must hold to. Extend it:
 *
 * <pre>{@code
 * class MyMatcherTest extends MatcherContract {
 *     @Override
 *     protected Matcher matcher() {
 *         return new MyMatcher(new MyMatcherConfig(...));
 *     }
 * }
 * }</pre>
 */
public abstract class MatcherContract {

    private static final int LABELS = 20;

    /** The matcher to be tested; may be called often. */
    protected abstract Matcher matcher();

    /**
     * The prior boxes to match: by default square ones on grids of 16, 8 and 4 cells a side, some crossing the edge.
     */
    protected PriorBoxes priors() {
        List<PriorLayer> layers = new ArrayList<>();
        List<Float> centreSizes = new ArrayList<>();
        for (int cells : List.of(16, 8, 4)) {
            layers.add(new PriorLayer("map" + cells, cells, cells, 2));
            for (int cell = 0; cell < cells * cells; cell++) {
                int row = cell / cells;
                int column = cell % cells;
                for (float scale : new float[] {1.2f, 1.8f}) {
                    centreSizes.addAll(
                            List.of((column + 0.5f) / cells, (row + 0.5f) / cells, scale / cells, scale / cells));
                }
            }
        }
        float[] values = new float[centreSizes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = centreSizes.get(i);
        }
        return PriorBoxes.ofCentreSizes(layers, values, PriorBoxes.Variances.ORIGINAL);
    }

    @Test
    void everyPriorIsMatchedToAnObjectOrToNone() {
        for (int objects : new int[] {1, 2, 7, 40}) {
            assertWellFormed(randomObjects(objects, objects));
        }
    }

    @Test
    void withoutObjectsNothingIsPositive() {
        assertThat(assertWellFormed(List.of()).positives()).isZero();
    }

    @Test
    void objectsOfOnePixel() {
        List<GroundTruth> objects = new ArrayList<>();
        for (int x = 0; x < 300; x += 33) {
            objects.add(new GroundTruth(new CornerBox(x / 300f, x / 300f, (x + 1) / 300f, (x + 1) / 300f), 1, false));
        }
        assertWellFormed(objects);
    }

    @Test
    void objectsWithoutArea() {
        CornerBox point = new CornerBox(0.5f, 0.5f, 0.5f, 0.5f);
        CornerBox inverted = new CornerBox(0.6f, 0.6f, 0.4f, 0.4f);
        assertWellFormed(List.of(new GroundTruth(point, 1, false), new GroundTruth(inverted, 2, false)));
    }

    @Test
    void objectsThatAreAllTheSame() {
        assertWellFormed(Collections.nCopies(25, randomObjects(1, 5).get(0)));
    }

    @Test
    void hundredsOfObjects() {
        assertWellFormed(randomObjects(700, 3));
    }

    @Test
    void equalArgumentsGiveEqualMatchings() {
        PriorBoxes priors = priors();
        List<GroundTruth> objects = randomObjects(12, 9);
        assertThat(matcher().match(priors, objects).assignments())
                .containsExactly(matcher().match(priors, objects).assignments());
    }

    @Test
    void severalThreadsAtOnceGetTheResultOfOne() throws Exception {
        Matcher shared = matcher();
        PriorBoxes priors = priors();
        List<List<GroundTruth>> scenes = new ArrayList<>();
        List<int[]> alone = new ArrayList<>();
        for (int scene = 0; scene < 200; scene++) {
            scenes.add(randomObjects(scene % 15, scene));
            alone.add(matcher().match(priors, scenes.get(scene)).assignments());
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<int[]>> together = new ArrayList<>();
            for (List<GroundTruth> scene : scenes) {
                together.add(threads.submit(() -> shared.match(priors, scene).assignments()));
            }
            for (int scene = 0; scene < scenes.size(); scene++) {
                assertThat(together.get(scene).get()).as("scene %d", scene).containsExactly(alone.get(scene));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Matching assertWellFormed(List<GroundTruth> objects) {
        PriorBoxes priors = priors();
        float[] corners = priors.corners().clone();
        Matching matching = matcher().match(priors, objects);
        assertThat(matching.assignments()).hasSize(priors.size());
        assertThat(Arrays.stream(matching.assignments()).boxed())
                .as("assignments")
                .allMatch(assignment -> assignment == Matching.BACKGROUND
                        || assignment == Matching.IGNORED
                        || (assignment >= 0 && assignment < objects.size()));
        assertThat(priors.corners()).as("the prior boxes are read only").containsExactly(corners);
        return matching;
    }

    private static List<GroundTruth> randomObjects(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<GroundTruth> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float width = (float) random.nextDouble(0.02, 0.8);
            float height = (float) random.nextDouble(0.02, 0.8);
            float xMin = (float) random.nextDouble(0, 1 - width);
            float yMin = (float) random.nextDouble(0, 1 - height);
            objects.add(new GroundTruth(
                    new CornerBox(xMin, yMin, xMin + width, yMin + height),
                    random.nextInt(1, LABELS + 1),
                    random.nextInt(4) == 0));
        }
        return objects;
    }
}
