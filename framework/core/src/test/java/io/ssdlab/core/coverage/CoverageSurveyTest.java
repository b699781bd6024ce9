package io.ssdlab.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CoverageSurveyTest {

    private static final InputSize INPUT = new InputSize(60, 60);

    /** Matches anything to anything, by the objects alone. */
    private static Matching anyhow(PriorBoxes priors, List<GroundTruth> objects) {
        Random random = new Random(objects.hashCode());
        int[] assignments = new int[priors.size()];
        Arrays.setAll(assignments, prior -> random.nextInt(60) - 2);
        Arrays.setAll(
                assignments, prior -> assignments[prior] < objects.size() ? assignments[prior] : Matching.BACKGROUND);
        return new Matching(assignments);
    }

    @Property(tries = 100)
    void countsAsCountingOneByOneDoes(@ForAll long seed, @ForAll boolean useDifficult) {
        Random random = new Random(seed);
        PriorBoxes priors = Scenes.priors(random);
        TrainingObjects training = TrainingObjects.of(Scenes.split(random, 5), useDifficult);

        PriorCoverage coverage = new CoverageSurvey(priors, CoverageSurveyTest::anyhow, INPUT).of(training);

        assertThat(coverage.objects()).hasSize(training.count());
        int next = 0;
        int[] positivesOfLayer = new int[2];
        int[] objectsOfLayer = new int[2];
        BitSet matched = new BitSet();
        for (ImageObjects image : training.images()) {
            int[] assignments = anyhow(priors, image.groundTruths()).assignments();
            for (int object = 0; object < image.groundTruths().size(); object++) {
                CoveredObject covered = coverage.objects().get(next++);
                CornerBox box = image.groundTruths().get(object).box();
                int[] positives = new int[2];
                float bestPositive = 0;
                float best = 0;
                for (int prior = 0; prior < priors.size(); prior++) {
                    float iou = box.intersectionOverUnion(priors.box(prior));
                    best = Math.max(best, iou);
                    if (assignments[prior] == object) {
                        positives[prior < 8 * 8 * 3 ? 0 : 1]++;
                        bestPositive = Math.max(bestPositive, iou);
                        matched.set(prior);
                    }
                }
                assertThat(covered.imageId()).isEqualTo(image.id());
                assertThat(covered.annotated()).isEqualTo(image.annotated().get(object));
                assertThat(covered.bestIou()).isEqualTo(best);
                assertThat(covered.positivesOn(0)).isEqualTo(positives[0]);
                assertThat(covered.positivesOn(1)).isEqualTo(positives[1]);
                assertThat(covered.isUnmatched()).isEqualTo(positives[0] + positives[1] == 0);
                assertThat(covered.isOnlyBelowHalf()).isEqualTo(positives[0] + positives[1] > 0 && bestPositive < 0.5);
                for (int layer = 0; layer < 2; layer++) {
                    positivesOfLayer[layer] += positives[layer];
                    objectsOfLayer[layer] += positives[layer] > 0 ? 1 : 0;
                }
            }
        }
        if (training.count() == 0) {
            return;
        }
        int[] boxes = {8 * 8 * 3, 2 * 3 * 2};
        for (int layer = 0; layer < 2; layer++) {
            LayerCoverage found = coverage.layers().get(layer);
            assertThat(found.boxes()).isEqualTo(boxes[layer]);
            assertThat(found.positivesPerImage()).isCloseTo(positivesOfLayer[layer] / 5.0, within(1e-12));
            assertThat(found.objects()).isCloseTo(objectsOfLayer[layer] / (double) training.count(), within(1e-12));
        }
        assertThat(coverage.layers().get(0).neverMatched())
                .isCloseTo(1 - matched.get(0, boxes[0]).cardinality() / (double) boxes[0], within(1e-12));
        assertThat(coverage.layers().get(1).neverMatched())
                .isCloseTo(1 - matched.get(boxes[0], priors.size()).cardinality() / (double) boxes[1], within(1e-12));
        assertThat(coverage.positivesPerImage())
                .isCloseTo((positivesOfLayer[0] + positivesOfLayer[1]) / 5.0, within(1e-12));
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        Random random = new Random(7);
        PriorBoxes priors = Scenes.priors(random);
        TrainingObjects training = TrainingObjects.of(Scenes.split(random, 200), true);
        CoverageSurvey survey = new CoverageSurvey(priors, CoverageSurveyTest::anyhow, INPUT);

        PriorCoverage alone = onThreads(1, survey, training);
        PriorCoverage beside = onThreads(4, survey, training);

        assertThat(beside.layers()).isEqualTo(alone.layers());
        assertThat(beside.all()).isEqualTo(alone.all());
        assertThat(beside.objects().stream().map(CoveredObject::bestIou))
                .isEqualTo(alone.objects().stream().map(CoveredObject::bestIou).toList());
    }

    private static PriorCoverage onThreads(int threads, CoverageSurvey survey, TrainingObjects training)
            throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> survey.of(training)).get();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void measuresObjectsInTheInputAndAgainstTheImage() {
        // 20x20 pixels of an image of 100x50: a fifth of its width, two fifths of its height.
        AnnotatedObject object = new AnnotatedObject(new PixelBox(10, 10, 30, 30), 1, false, false);
        Dataset split = new Dataset(Scenes.CLASSES, List.of(Scenes.image("a", List.of(object))), List.of());
        PriorBoxes prior = PriorBoxes.ofCorners(
                List.of(new PriorLayer("only", 1, 1, 1)),
                new float[] {0.1f, 0.2f, 0.3f, 0.6f},
                PriorBoxes.Variances.ORIGINAL);
        Matcher all = (priors, objects) -> new Matching(new int[] {0});

        CoveredObject covered = new CoverageSurvey(prior, all, new InputSize(300, 300))
                .of(TrainingObjects.of(split, true))
                .objects()
                .get(0);

        assertThat(covered.side()).isCloseTo(Math.sqrt(0.2 * 0.4), within(1e-6));
        assertThat(covered.aspectRatio()).isCloseTo(0.5, within(1e-6));
        assertThat(covered.bestIou()).isCloseTo(1, within(1e-6f));
    }
}
