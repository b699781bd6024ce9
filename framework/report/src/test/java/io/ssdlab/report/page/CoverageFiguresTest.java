package io.ssdlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.core.coverage.CoverageSurvey;
import io.ssdlab.core.coverage.ObjectGrouping;
import io.ssdlab.core.coverage.PriorCoverage;
import io.ssdlab.core.coverage.TrainingObjects;
import io.ssdlab.report.figure.Figure;
import io.ssdlab.report.figure.Line;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Matching;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against every object held against every prior box. */
class CoverageFiguresTest {

    private static final int WIDTH = 200;
    private static final int HEIGHT = 100;

    private final Random random = new Random(11);
    private final PriorBoxes priors = priors();
    private final Dataset split = split();
    private final PriorCoverage coverage = new CoverageSurvey(
                    priors,
                    // Every prior box for the first object that it overlaps by half, which is enough to count by.
                    (boxes, truths) -> new Matching(IntStream.range(0, boxes.size())
                            .map(prior -> IntStream.range(0, truths.size())
                                    .filter(i -> boxes.box(prior)
                                                    .intersectionOverUnion(
                                                            truths.get(i).box())
                                            >= 0.5f)
                                    .findFirst()
                                    .orElse(Matching.BACKGROUND))
                            .toArray()),
                    new InputSize(300, 300))
            .of(TrainingObjects.of(split, true));

    private PriorBoxes priors() {
        float[] centreSizes = new float[4 * (4 * 5 * 2 + 2 * 2 * 3)];
        for (int i = 0; i < centreSizes.length; i++) {
            centreSizes[i] = 0.05f + 0.9f * random.nextFloat();
        }
        return PriorBoxes.ofCentreSizes(
                List.of(new PriorLayer("fine", 4, 5, 2), new PriorLayer("coarse", 2, 2, 3)),
                centreSizes,
                PriorBoxes.Variances.ORIGINAL);
    }

    private Dataset split() {
        List<AnnotatedImage> images = new ArrayList<>();
        for (int image = 0; image < 40; image++) {
            List<AnnotatedObject> objects = new ArrayList<>();
            for (int i = image % 4; i >= 0; i--) {
                double x = random.nextDouble() * (WIDTH - 20);
                double y = random.nextDouble() * (HEIGHT - 20);
                objects.add(new AnnotatedObject(
                        PixelBox.ofSize(
                                x,
                                y,
                                5 + random.nextDouble() * (WIDTH - x - 5),
                                5 + random.nextDouble() * (HEIGHT - y - 5)),
                        1,
                        false,
                        false));
            }
            images.add(new AnnotatedImage("i" + image, Path.of("i.jpg"), WIDTH, HEIGHT, objects));
        }
        return new Dataset(List.of("cat"), images, List.of());
    }

    private List<AnnotatedObject> objects() {
        return split.images().stream()
                .flatMap(image -> image.objects().stream())
                .toList();
    }

    private float bestIou(AnnotatedObject object) {
        CornerBox box = object.box().normalised(WIDTH, HEIGHT);
        float best = 0;
        for (int prior = 0; prior < priors.size(); prior++) {
            best = Math.max(best, priors.box(prior).intersectionOverUnion(box));
        }
        return best;
    }

    private double share(Predicate<AnnotatedObject> of, double iou) {
        List<AnnotatedObject> some = objects().stream().filter(of).toList();
        return some.stream().filter(object -> bestIou(object) >= (float) iou).count() / (double) some.size();
    }

    @Test
    void aCurveHasTheShareOfObjectsThatReachEachIou() {
        List<Line.Point> points = CoverageFigures.shares(coverage.objects());
        assertThat(points).hasSize(101);
        for (Line.Point point : points) {
            assertThat(point.y()).as("at %s", point.x()).isEqualTo(share(object -> true, point.x()), within(1e-12));
        }
        List<String> cells = new CoverageFigures(Map.of("row", coverage))
                .reached()
                .data()
                .lines()
                .get(0);
        assertThat(cells.get(0)).isEqualTo("row");
        assertThat(cells.get(1)).isEqualTo("100");
        assertThat(cells.get(3)).isEqualTo(percent(share(object -> true, 0.5)));
        assertThat(cells.get(4)).isEqualTo(percent(share(object -> true, 0.6)));
        assertThat(cells.get(5)).isEqualTo(percent(share(object -> true, 0.7)));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    @Test
    void groupsAreOfTheirOwnObjects() {
        List<List<String>> lines = new CoverageFigures(Map.of("row", coverage))
                .groups(ObjectGrouping.SIZE)
                .data()
                .lines();
        List<Predicate<AnnotatedObject>> sizes = List.of(
                object -> area(object) < 32 * 32,
                object -> area(object) >= 32 * 32 && area(object) < 96 * 96,
                object -> area(object) >= 96 * 96);
        for (int group = 0; group < sizes.size(); group++) {
            long count = objects().stream().filter(sizes.get(group)).count();
            assertThat(lines.get(group).get(1))
                    .isEqualTo(count == 0 ? "no objects" : percent(share(sizes.get(group), 0.5)) + " of " + count);
        }
    }

    private static double area(AnnotatedObject object) {
        return object.box().width() * object.box().height();
    }

    @Test
    void positivesAreCountedOnTheirSourceMapForEachRow() {
        double[] counts = new double[2];
        for (AnnotatedImage image : split.images()) {
            for (int prior = 0; prior < priors.size(); prior++) {
                CornerBox box = priors.box(prior);
                if (image.objects().stream()
                        .anyMatch(
                                object -> box.intersectionOverUnion(object.box().normalised(WIDTH, HEIGHT)) >= 0.5f)) {
                    counts[prior < 40 ? 0 : 1]++;
                }
            }
        }
        Map<String, PriorCoverage> rows = new LinkedHashMap<>();
        rows.put("one", coverage);
        rows.put("other", coverage);
        Figure figure = new CoverageFigures(rows).positives();
        assertThat(figure.data().lines())
                .extracting(line -> line.get(0))
                .containsExactly("5x4 (fine)", "", "2x2 (coarse)", "");
        List<String> means = Arrays.stream(counts)
                .mapToObj(count -> String.format(
                        Locale.ROOT, "%.2f", count / split.images().size()))
                .toList();
        assertThat(figure.data().lines())
                .extracting(line -> line.get(1))
                .containsExactly(
                        means.get(0) + "; one",
                        means.get(0) + "; other",
                        means.get(1) + "; one",
                        means.get(1) + "; other");
    }

    @Test
    void anExperimentsPageHasThemOrSaysWhatIsMissing(@TempDir Path root) {
        ResultsScene scene = new ResultsScene(root, "cat");
        scene.withTable("quick", "other");
        scene.report();
        assertThat(scene.pages().get("experiments/quick.html"))
                .contains(
                        "The training data is not at hand: dataset.train: there is no such folder. give --set data=DIR")
                .doesNotContain("Positives by feature map");

        scene.covered(PriorBoxSurvey.Outcome.of(coverage));
        scene.report();
        assertThat(scene.pages().get("experiments/quick.html"))
                .contains("<title>Best IoU of each object with any prior box</title>")
                .contains("aria-label=\"Positives by feature map\"")
                .contains("default, other")
                .doesNotContain("The training data is not at hand");

        scene.covered(new PriorBoxSurvey.Outcome(Optional.empty(), Optional.empty()));
        scene.report();
        assertThat(scene.pages().get("experiments/quick.html")).doesNotContain("prior boxes can match");

        scene.covered(PriorBoxSurvey.Outcome.missing(new Problem("dataset.train", "<b>", "&")));
        scene.report();
        assertThat(scene.pages().get("experiments/quick.html"))
                .contains("&lt;b&gt;")
                .doesNotContain("<b>.");
    }
}
