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
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private static final int SCENES = 200;

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
        assertWellFormed(List.copyOf(objects));
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
    void objectsAtTheEdges() {
        assertWellFormed(List.of(
                object(0, 0, 0.1f, 0.1f),
                object(0.9f, 0, 1, 0.1f),
                object(0, 0.9f, 0.1f, 1),
                object(0.9f, 0.9f, 1, 1),
                object(0, 0.45f, 0.01f, 0.55f)));
    }

    @Test
    void anObjectThatCoversTheImage() {
        assertWellFormed(List.of(object(0, 0, 1, 1)));
        assertWellFormed(List.of(object(0, 0, 1, 1), object(0.4f, 0.4f, 0.6f, 0.6f), object(0, 0, 1, 1)));
    }

    /** A matcher may leave an object out; one that leaves out most of those that fit perfectly trains nothing. */
    @Test
    void objectsThatArePriorBoxesAreMostlyMatched() {
        PriorBoxes priors = priors();
        Matcher matcher = matcher();
        int objects = 0;
        int matched = 0;
        for (int prior = 0; prior < priors.size(); prior++) {
            CornerBox box = priors.box(prior);
            if (box.clipped().equals(box)) {
                objects++;
                matched += Math.min(
                        1,
                        matcher.match(priors, List.of(new GroundTruth(box, 1, false)))
                                .positives());
            }
        }
        assertThat(objects).as("prior boxes inside the image").isPositive();
        assertThat(matched)
                .as("matched of %d objects that are prior boxes", objects)
                .isGreaterThan(objects / 2);
    }

    @Test
    void equalArgumentsGiveEqualMatchings() {
        PriorBoxes priors = priors();
        List<GroundTruth> objects = randomObjects(12, 9);
        assertSame(
                matcher().match(priors, objects).assignments(),
                matcher().match(priors, objects).assignments(),
                "the same objects");
    }

    @Test
    void earlierCallsChangeNothing() {
        Matcher shared = matcher();
        PriorBoxes priors = priors();
        List<Integer> scenes = IntStream.range(0, SCENES).boxed().collect(Collectors.toCollection(ArrayList::new));
        List<int[]> alone =
                scenes.stream().map(scene -> matchAlone(priors, scene)).toList();
        for (int round = 0; round < 2; round++) {
            for (int scene : scenes) {
                assertSame(shared.match(priors, scene(scene)).assignments(), alone.get(scene), "scene " + scene);
            }
            Collections.reverse(scenes);
        }
    }

    @Test
    void severalThreadsAtOnceGetTheResultOfOne() throws Exception {
        Matcher shared = matcher();
        PriorBoxes priors = priors();
        List<Callable<int[]>> calls = new ArrayList<>();
        for (int scene = 0; scene < SCENES; scene++) {
            List<GroundTruth> objects = scene(scene);
            calls.add(() -> shared.match(priors, objects).assignments());
        }
        List<int[]> together = SeveralThreads.resultsOf(calls);
        for (int scene = 0; scene < SCENES; scene++) {
            assertSame(together.get(scene), matchAlone(priors, scene), "scene " + scene);
        }
    }

    /** By a matcher that has matched nothing before. */
    private int[] matchAlone(PriorBoxes priors, int scene) {
        return matcher().match(priors, scene(scene)).assignments();
    }

    static List<GroundTruth> scene(int number) {
        return randomObjects(number % 15, number);
    }

    private static GroundTruth object(float xMin, float yMin, float xMax, float yMax) {
        return new GroundTruth(new CornerBox(xMin, yMin, xMax, yMax), 1, false);
    }

    static void assertSame(int[] actual, int[] expected, String what) {
        assertThat(Arrays.mismatch(actual, expected))
                .as("first prior box with another assignment, " + what)
                .isEqualTo(-1);
    }

    private Matching assertWellFormed(List<GroundTruth> objects) {
        PriorBoxes priors = priors();
        float[] corners = priors.corners().clone();
        Matching matching = matcher().match(priors, objects);
        assertWellFormed(matching, priors, objects);
        assertThat(Arrays.mismatch(priors.corners(), corners))
                .as("index of the first corner of the prior boxes, which are read only, that was changed")
                .isEqualTo(-1);
        return matching;
    }

    static void assertWellFormed(Matching matching, PriorBoxes priors, List<GroundTruth> objects) {
        assertThat(matching.assignments()).hasSize(priors.size());
        assertThat(Arrays.stream(matching.assignments()).boxed())
                .as("assignments")
                .allMatch(assignment -> assignment == Matching.BACKGROUND
                        || assignment == Matching.IGNORED
                        || (assignment >= 0 && assignment < objects.size()));
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
        return List.copyOf(objects);
    }
}
