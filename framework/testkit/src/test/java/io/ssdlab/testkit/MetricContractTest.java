package io.ssdlab.testkit;

import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.evaluation.Scores;
import io.ssdlab.spi.evaluation.WeightedScore;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class MetricContractTest {

    private static final Metric GOOD = new PlainMetric();

    static class Good extends MetricContract {
        @Override
        protected Metric metric() {
            return GOOD;
        }
    }

    @Test
    void aGoodMetricPasses() {
        ContractRun.of(Good.class).assertPasses();
    }

    static class InPercent extends MetricContract {
        @Override
        protected Metric metric() {
            return (classes, images) -> {
                Scores scores = GOOD.score(classes, images);
                return new Scores(100 * scores.value(), scores.perClass(), scores.details());
            };
        }
    }

    @Test
    void percentagesAreFound() {
        ContractRun.of(InPercent.class).assertFailsOnly("perfectDetectionsScoreOne", "valuesLieBetweenZeroAndOne");
    }

    static class ByNumberOfImages extends MetricContract {
        @Override
        protected Metric metric() {
            return (classes, images) -> {
                Scores scores = GOOD.score(classes, images);
                long useful = images.stream()
                        .filter(image -> !image.detections().isEmpty())
                        .count();
                double share = images.isEmpty() ? 1 : (double) useful / images.size();
                return new Scores(scores.value() * share, scores.perClass(), scores.details());
            };
        }
    }

    @Test
    void imagesThatCountWithoutAnObjectAreFound() {
        ContractRun.of(ByNumberOfImages.class)
                .assertFailsOnly("falsePositivesNeverRaiseTheValue", "imagesWithoutObjectsAndDetectionsChangeNothing");
    }

    static class ByTheAlphabet extends MetricContract {
        @Override
        protected Metric metric() {
            return (classes, images) -> {
                Scores scores = GOOD.score(classes, images);
                return new Scores(scores.value(), new TreeMap<>(scores.perClass()), scores.details());
            };
        }
    }

    @Test
    void classesInAnotherOrderAreFound() {
        ContractRun.of(ByTheAlphabet.class).assertFailsOnly("eachClassHasItsScoreInLabelOrder");
    }

    static class FirstImageFirst extends MetricContract {
        @Override
        protected Metric metric() {
            return (classes, images) -> {
                Scores scores = GOOD.score(classes, images);
                boolean inOrder =
                        images.isEmpty() || images.get(0).imageId().trim().equals("image0");
                return new Scores(scores.value() * (inOrder ? 1 : 0.9), scores.perClass(), scores.details());
            };
        }
    }

    @Test
    void aValueThatHangsOnTheOrderIsFound() {
        ContractRun.of(FirstImageFirst.class)
                .assertFailsOnly(
                        "imagesWithoutObjectsAndDetectionsChangeNothing", "theOrderOfImagesAndDetectionsDoesNotMatter");
    }

    /** Counts an image that is drawn twice as one that is drawn once, without a look at the counts. */
    static class WeightsAreOnes extends MetricContract {
        @Override
        protected Metric metric() {
            return new Metric() {
                @Override
                public Scores score(List<String> classes, List<EvaluatedImage> images) {
                    return GOOD.score(classes, images);
                }

                @Override
                public WeightedScore weighted(List<String> classes, List<EvaluatedImage> images) {
                    WeightedScore exact = GOOD.weighted(classes, images);
                    return counts -> exact.value(Arrays.stream(counts)
                            .map(count -> Math.min(1, count))
                            .toArray());
                }
            };
        }
    }

    @Test
    void weightsThatAreIgnoredAreFound() {
        ContractRun.of(WeightsAreOnes.class).assertFailsOnly("countsGiveTheValueOfTheRepeatedImages");
    }

    static class DividesByTheObjects extends MetricContract {
        @Override
        protected Metric metric() {
            return (classes, images) -> {
                long objects = images.stream()
                        .mapToLong(image -> image.groundTruths().size())
                        .sum();
                long perObject = images.size() / objects;
                Scores scores = GOOD.score(classes, images);
                return new Scores(scores.value() + 0 * perObject, scores.perClass(), scores.details());
            };
        }
    }

    @Test
    void aFailureWithoutGroundTruthIsFound() {
        ContractRun.of(DividesByTheObjects.class)
                .assertFailsOnly("aSplitWithoutGroundTruthIsNoFailure", "countsOfZeroLeaveNoImage");
    }
}
