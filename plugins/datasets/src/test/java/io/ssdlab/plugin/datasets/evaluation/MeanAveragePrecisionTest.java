package io.ssdlab.plugin.datasets.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.plugin.datasets.ranking.ImageCounts;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import io.ssdlab.spi.evaluation.Scores;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class MeanAveragePrecisionTest {

    private static final List<String> CLASSES = List.of("cat", "dog", "yeti");
    private static final PixelBox BOX = new PixelBox(1, 1, 100, 100);

    /** A cat that is found, a dog that is not, and no yeti. */
    private static final List<EvaluatedImage> IMAGES = List.of(new EvaluatedImage(
            "000001",
            500,
            375,
            List.of(new AnnotatedObject(BOX, 1, false, false), new AnnotatedObject(BOX, 2, false, false)),
            List.of(new Detection(1, 0.9f, BOX), new Detection(3, 0.9f, BOX))));

    @Test
    void theDevkitAveragesOverTheClassesWithGroundTruth() {
        Scores scores = score(Convention.DEVKIT);

        assertThat(scores.value()).isEqualTo(1 / 2.0, within(1e-12));
        assertThat(scores.perClass().get("dog")).isZero();
        assertThat(scores.perClass().get("yeti")).isNaN();
        assertThat(scores.details()).containsEntry("recall", 0.5);
    }

    @Test
    void caffeAveragesOverAllClasses() {
        assertThat(score(Convention.CAFFE).value()).isEqualTo(1 / 3.0, within(1e-12));
    }

    @Test
    void withoutAnyGroundTruthTheMeanIsUndefined() {
        for (Convention convention : Convention.values()) {
            Scores scores = new Voc12Metric(new Voc12MetricConfig(convention, 0.5, AreaRule.MAX_INTEGRAL))
                    .score(CLASSES, List.of());

            assertThat(scores.value()).isNaN();
        }
    }

    @Property(seed = "11")
    void allAveragesLieBetweenZeroAndOne(@ForAll @Size(max = 40) List<Verdict> verdicts) {
        List<JudgedDetection> judged = verdicts.stream()
                .map(verdict -> new JudgedDetection(0, 0.5, verdict))
                .toList();
        int hits = (int) verdicts.stream().filter(Verdict.TRUE_POSITIVE::equals).count();
        RankedVerdicts ranked = new RankedVerdicts(Collections.nCopies(hits + 1, 0), judged);
        PrecisionRecallCurve curve = ranked.curve(ImageCounts.ones(1)).orElseThrow();

        for (Convention convention : Convention.values()) {
            assertThat(new ElevenPointAveragePrecision(convention).of(curve)).isBetween(0.0, 1.0);
        }
        double area = new AreaAveragePrecision().of(curve);
        assertThat(area).isBetween(0.0, curve.finalRecall() + 1e-12);
        assertThat(new IntegralAveragePrecision().of(curve)).isBetween(0.0, area + 1e-12);
    }

    private static Scores score(Convention convention) {
        return new Voc07Metric(new Voc07MetricConfig(convention, 0.5)).score(CLASSES, IMAGES);
    }
}
