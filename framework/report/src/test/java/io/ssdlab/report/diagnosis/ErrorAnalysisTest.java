package io.ssdlab.report.diagnosis;

import static io.ssdlab.report.diagnosis.Scene.detection;
import static io.ssdlab.report.diagnosis.Scene.difficult;
import static io.ssdlab.report.diagnosis.Scene.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorAnalysisTest {

    private static final Offset<Double> EXACTLY = within(1e-12);
    private static final int CAT = 1;
    private static final int DOG = 2;

    private static DetectionVerdict verdict(List<AnnotatedObject> objects, Detection... detections) {
        List<DiagnosedDetection> diagnosed = Scene.of(objects, List.of(detections))
                .diagnosed(ScoringRule.COCO, new DiagnosisSettings(0.5, 0.1, OptionalDouble.of(0)))
                .images()
                .get(0)
                .detections();
        return diagnosed.get(diagnosed.size() - 1).verdict();
    }

    /** The object is 100 wide and 100 high; a box of the same height that lies to its right overlaps by its share. */
    private static Detection shifted(int label, double score, double iou) {
        double by = 100 * (1 - iou) / (1 + iou);
        return detection(label, score, by, 0, 100, 100);
    }

    @Test
    void eachType() {
        List<AnnotatedObject> cat = List.of(object(CAT, 0, 0, 100, 100));
        assertThat(verdict(cat, shifted(CAT, 0.9, 0.6))).isEqualTo(DetectionVerdict.CORRECT);
        assertThat(verdict(cat, shifted(CAT, 0.9, 0.4))).isEqualTo(DetectionVerdict.LOCALISATION);
        assertThat(verdict(cat, shifted(CAT, 0.9, 0.05))).isEqualTo(DetectionVerdict.BACKGROUND);
        assertThat(verdict(cat, shifted(DOG, 0.9, 0.6))).isEqualTo(DetectionVerdict.CLASSIFICATION);
        assertThat(verdict(cat, shifted(DOG, 0.9, 0.4))).isEqualTo(DetectionVerdict.BOTH);
        assertThat(verdict(cat, shifted(DOG, 0.9, 0.05))).isEqualTo(DetectionVerdict.BACKGROUND);
        assertThat(verdict(cat, shifted(CAT, 0.9, 0.6), shifted(CAT, 0.8, 0.9))).isEqualTo(DetectionVerdict.DUPLICATE);
        assertThat(verdict(List.of(), shifted(CAT, 0.9, 0.6))).isEqualTo(DetectionVerdict.BACKGROUND);
    }

    @Test
    void whereDefinitionsOverlapTheFirstHolds() {
        List<AnnotatedObject> both = List.of(object(CAT, 0, 0, 100, 100), object(DOG, 0, 0, 100, 100));
        assertThat(verdict(both, shifted(DOG, 0.9, 1), shifted(CAT, 0.8, 0.4)))
                .isEqualTo(DetectionVerdict.LOCALISATION);
        assertThat(verdict(both, shifted(CAT, 0.9, 1), shifted(CAT, 0.8, 0.9)))
                .isEqualTo(DetectionVerdict.CLASSIFICATION);
    }

    @Test
    void whatIsOfADifficultObjectIsNeitherRightNorWrongNorMissed() {
        List<AnnotatedObject> objects = List.of(difficult(CAT, 0, 0, 100, 100), object(CAT, 120, 120, 50, 50));
        ErrorBreakdown errors = Scene.of(
                        objects, List.of(shifted(CAT, 0.9, 0.8), shifted(CAT, 0.8, 0.7), shifted(CAT, 0.7, 0.3)))
                .diagnosed(ScoringRule.VOC07)
                .errors();
        assertThat(errors.groundTruths()).isEqualTo(1);
        assertThat(errors.truePositives()).isZero();
        // The third overlaps nothing that counts.
        assertThat(errors.falsePositives()).isEqualTo(1);
        assertThat(errors.byType().get(ErrorType.BACKGROUND).count()).isEqualTo(1);
        assertThat(errors.byType().get(ErrorType.MISSED).count()).isEqualTo(1);
    }

    /** Two cats; the first box is wrong in some way, the second finds one of them. */
    private static ErrorBreakdown errors(List<AnnotatedObject> objects, Detection wrong) {
        return Scene.of(objects, List.of(wrong, detection(CAT, 0.5, 150, 150, 50, 50)))
                .diagnosed(ScoringRule.VOC12)
                .errors();
    }

    @Test
    void theGainOfEachRepair() {
        List<AnnotatedObject> cats = List.of(object(CAT, 0, 0, 100, 100), object(CAT, 150, 150, 50, 50));
        // A false alarm, then a hit: one of two found at a precision of 1/2, an AP of 1/4.
        ErrorBreakdown localised = errors(cats, shifted(CAT, 0.9, 0.4));
        assertThat(localised.averagePrecision()).isEqualTo(0.25, EXACTLY);
        assertGain(localised, ErrorType.LOCALISATION, 0.75);
        assertThat(localised.falsePositiveDeltaAp()).isEqualTo(0.25, EXACTLY);
        assertThat(localised.falseNegativeDeltaAp()).isEqualTo(0.25, EXACTLY);

        // The false alarm is a dog's: the cats' AP is 1/2, and the other cat is gained.
        ErrorBreakdown classified = errors(cats, shifted(DOG, 0.9, 0.8));
        assertThat(classified.averagePrecision()).isEqualTo(0.5, EXACTLY);
        assertGain(classified, ErrorType.CLASSIFICATION, 0.5);

        // Nothing points at the other cat. Without the false alarm AP is 1/2, without the cat 1/2, without both 1.
        ErrorBreakdown background = errors(cats, detection(CAT, 0.9, 110, 0, 20, 20));
        assertThat(background.byType().get(ErrorType.MISSED)).isEqualTo(new ErrorImpact(1, 0.25));
        assertThat(background.byType().get(ErrorType.BACKGROUND)).isEqualTo(new ErrorImpact(1, 0.25));

        // The better one stays, the duplicate costs nothing here, for no object is found after it.
        ErrorBreakdown duplicate = errors(cats, detection(CAT, 0.4, 150, 150, 50, 45));
        assertThat(duplicate.byType().get(ErrorType.DUPLICATE)).isEqualTo(new ErrorImpact(1, 0));

        ErrorBreakdown both = Scene.of(
                        List.of(object(CAT, 0, 0, 100, 100), object(DOG, 150, 150, 50, 50)),
                        List.of(shifted(DOG, 0.9, 0.4), detection(DOG, 0.5, 150, 150, 50, 50)))
                .diagnosed(ScoringRule.VOC12)
                .errors();
        assertThat(both.averagePrecision()).isEqualTo(0.25, EXACTLY);
        assertThat(both.byType().get(ErrorType.BOTH)).isEqualTo(new ErrorImpact(1, 0.25));
        // The cats' class has nothing left to find, and nothing found falsely.
        assertThat(both.byType().get(ErrorType.MISSED)).isEqualTo(new ErrorImpact(1, 0.5));
    }

    private static void assertGain(ErrorBreakdown errors, ErrorType only, double gain) {
        errors.byType().forEach((type, impact) -> {
            assertThat(impact.count()).as("number of " + type).isEqualTo(type == only ? 1 : 0);
            assertThat(impact.deltaAp()).as("gain of " + type).isEqualTo(type == only ? gain : 0, EXACTLY);
        });
    }

    @Test
    void ofSeveralThatWouldGainAnObjectOnlyTheFirstDoes() {
        List<AnnotatedObject> cats = List.of(object(CAT, 0, 0, 100, 100));
        RunDiagnosis run = Scene.of(cats, List.of(shifted(CAT, 0.9, 0.4), shifted(CAT, 0.8, 0.45)))
                .diagnosed(ScoringRule.COCO);
        assertThat(run.errors().byType().get(ErrorType.LOCALISATION)).isEqualTo(new ErrorImpact(2, 1));
        assertThat(run.errors().byType().get(ErrorType.MISSED).count()).isZero();
    }

    @Test
    void aFoundObjectIsNotGainedAgain() {
        List<AnnotatedObject> cats = List.of(object(CAT, 0, 0, 100, 100), object(CAT, 150, 150, 50, 50));
        // Were the dog a cat of score 0.9, AP would not be what it is without it.
        RunDiagnosis run = Scene.of(
                        cats,
                        List.of(shifted(DOG, 0.9, 0.8), shifted(CAT, 0.5, 1), detection(CAT, 0.7, 110, 0, 20, 20)))
                .diagnosed(ScoringRule.VOC12);
        assertThat(run.errors().averagePrecision()).isEqualTo(0.25, EXACTLY);
        assertThat(run.errors().byType().get(ErrorType.CLASSIFICATION)).isEqualTo(new ErrorImpact(1, 0));
    }

    static Stream<GoldenScene> golden() throws IOException {
        return Stream.of("voc_eval.json", "coco_eval.json", "tide_eval.json").flatMap(file -> {
            try {
                return GoldenScene.read(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("golden")
    void goldenDetectionsAgreeWithTheDefinition(GoldenScene golden) {
        for (ScoringRule rule : ScoringRule.values()) {
            assertDefinition(golden.scene(), rule);
        }
    }

    @Property(tries = 200, seed = "1")
    @Domain(RandomScenes.class)
    @Domain(DomainContext.Global.class)
    void anyDetectionsAgreeWithTheDefinition(@ForAll Scene scene, @ForAll ScoringRule rule) {
        assertDefinition(scene, rule);
    }

    private static void assertDefinition(Scene scene, ScoringRule rule) {
        PlainTide plain = new PlainTide(scene, rule);
        RunDiagnosis run = scene.diagnosed(rule);
        ErrorBreakdown errors = run.errors();
        for (ErrorType type : ErrorType.values()) {
            long count = type == ErrorType.MISSED
                    ? plain.things.stream().filter(plain::isMissed).count()
                    : plain.findings.stream()
                            .filter(finding ->
                                    finding.error.filter(error -> error == type).isPresent())
                            .count();
            assertThat(errors.byType().get(type).count()).as(type.toString()).isEqualTo((int) count);
        }
        assertThat(errors.truePositives()).isEqualTo((int)
                plain.findings.stream().filter(finding -> finding.correct).count());
        double asItIs = plain.mean(label -> plain.averagePrecision(label, Set.of()));
        assertSame(errors.averagePrecision(), asItIs);
        for (ErrorType type : ErrorType.values()) {
            IntToDoubleFunction repaired = label -> plain.averagePrecision(label, Set.of(type));
            assertSame(errors.byType().get(type).deltaAp(), plain.mean(repaired) - asItIs);
            for (ClassDiagnosis ofClass : run.classes()) {
                assertSame(
                        ofClass.errors().byType().get(type).deltaAp(),
                        repaired.applyAsDouble(ofClass.label()) - plain.averagePrecision(ofClass.label(), Set.of()));
            }
        }
        assertSame(errors.falsePositiveDeltaAp(), plain.mean(plain::averagePrecisionWithoutFalsePositives) - asItIs);
        assertSame(errors.falseNegativeDeltaAp(), plain.mean(plain::averagePrecisionWithoutFalseNegatives) - asItIs);
    }

    private static void assertSame(double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isEqualTo(expected, EXACTLY);
        }
    }

    @Property(tries = 200, seed = "1")
    @Domain(RandomScenes.class)
    @Domain(DomainContext.Global.class)
    void allRepairsTogetherLeadToAnApOfOne(@ForAll Scene scene, @ForAll ScoringRule rule) {
        JudgedRun run = scene.judged(rule);
        double[] precisions = Repair.of(EnumSet.allOf(ErrorType.class)).averagePrecisions(run);
        for (int label = 1; label <= run.classes(); label++) {
            if (run.objects().countOf(label) > 0) {
                assertThat(precisions[label]).isEqualTo(1, EXACTLY);
            } else {
                assertThat(precisions[label]).isNaN();
            }
        }
    }

    @Property(tries = 200, seed = "1")
    @Domain(RandomScenes.class)
    @Domain(DomainContext.Global.class)
    void everythingCountsOnceAndNoRepairDoesHarm(@ForAll Scene scene, @ForAll ScoringRule rule) {
        RunDiagnosis run = scene.diagnosed(rule, new DiagnosisSettings(0.5, 0.1, OptionalDouble.of(0)));
        ErrorBreakdown errors = run.errors();
        int ofTypes = 0;
        for (ErrorType type : ErrorType.values()) {
            ErrorImpact impact = errors.byType().get(type);
            ofTypes += type == ErrorType.MISSED ? 0 : impact.count();
            assertThat(Double.isNaN(impact.deltaAp()) || impact.deltaAp() >= -1e-12)
                    .isTrue();
            assertThat(run.classes().stream()
                            .mapToInt(c -> c.errors().byType().get(type).count())
                            .sum())
                    .isEqualTo(impact.count());
        }
        assertThat(ofTypes).isEqualTo(errors.falsePositives());
        int detections = run.images().stream()
                .mapToInt(image -> image.detections().size())
                .sum();
        long ignored = run.images().stream()
                .flatMap(image -> image.detections().stream())
                .filter(detection -> detection.verdict() == DetectionVerdict.IGNORED)
                .count();
        assertThat(errors.truePositives() + errors.falsePositives() + ignored).isEqualTo(detections);
        // Every object is found, or could be gained, or is missed.
        JudgedRun judged = scene.judged(rule);
        int gained = 0;
        for (int row = 0; row < judged.size(); row++) {
            gained += judged.verdicts().isCandidate(row) ? 1 : 0;
        }
        assertThat(errors.truePositives()
                        + gained
                        + errors.byType().get(ErrorType.MISSED).count())
                .isEqualTo(errors.groundTruths());
    }

    @ParameterizedTest
    @EnumSource(ScoringRule.class)
    void nothingAtAll(ScoringRule rule) {
        ErrorBreakdown errors = Scene.of(List.of(), List.of()).diagnosed(rule).errors();
        assertThat(errors.averagePrecision()).isNaN();
        assertThat(errors.groundTruths()).isZero();
    }
}
