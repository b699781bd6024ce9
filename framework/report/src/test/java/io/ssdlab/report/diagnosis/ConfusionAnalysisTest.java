package io.ssdlab.report.diagnosis;

import static io.ssdlab.report.diagnosis.Scene.detection;
import static io.ssdlab.report.diagnosis.Scene.difficult;
import static io.ssdlab.report.diagnosis.Scene.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

class ConfusionAnalysisTest {

    private static ConfusionMatrix matrix(Scene scene, double score) {
        return scene.diagnosed(ScoringRule.VOC07, new DiagnosisSettings(0.5, 0.1, OptionalDouble.of(score)))
                .confusion();
    }

    @Test
    void countsWhatIsTakenForWhat() {
        Scene scene = Scene.of(
                List.of(
                        object(1, 0, 0, 40, 40),
                        object(1, 50, 0, 40, 40),
                        object(2, 100, 0, 40, 40),
                        difficult(2, 150, 0, 40, 40)),
                List.of(
                        detection(1, 0.9, 0, 0, 40, 40),
                        // A duplicate, and a dog where the found cat is: nothing else is there.
                        detection(1, 0.8, 0, 0, 40, 38),
                        detection(2, 0.8, 0, 0, 40, 38),
                        // The other cat, taken for a dog, once.
                        detection(2, 0.7, 50, 0, 40, 40),
                        detection(2, 0.6, 50, 0, 40, 38),
                        // Neither right nor wrong.
                        detection(2, 0.6, 150, 0, 40, 40),
                        // Beyond the score.
                        detection(2, 0.2, 100, 0, 40, 40)));
        ConfusionMatrix matrix = matrix(scene, 0.5);
        assertThat(matrix.classes()).containsExactly("cat", "dog");
        assertThat(matrix.counts()).containsExactly(List.of(1, 1, 0), List.of(0, 0, 1), List.of(1, 2, 0));
        assertThat(matrix.background()).isEqualTo(2);
        assertThat(matrix.score()).isEqualTo(0.5);
        assertThat(matrix(scene, 0.1).counts()).containsExactly(List.of(1, 1, 0), List.of(0, 1, 0), List.of(1, 2, 0));
    }

    @Property(tries = 200, seed = "1")
    @Domain(RandomScenes.class)
    @Domain(DomainContext.Global.class)
    void rowsAddUpToObjectsAndColumnsToDetections(@ForAll Scene scene, @ForAll ScoringRule rule) {
        RunDiagnosis run = scene.diagnosed(rule);
        ConfusionMatrix matrix = run.confusion();
        for (ClassDiagnosis diagnosed : run.classes()) {
            int place = diagnosed.label() - 1;
            assertThat(matrix.counts().get(place).stream().mapToInt(i -> i).sum())
                    .isEqualTo(diagnosed.errors().groundTruths());
            long detections = run.images().stream()
                    .flatMap(image -> image.detections().stream())
                    .filter(detection -> detection.verdict() != DetectionVerdict.IGNORED
                            && detection.detection().label() == diagnosed.label())
                    .count();
            assertThat(matrix.counts().stream().mapToInt(row -> row.get(place)).sum())
                    .isEqualTo((int) detections);
        }
        assertThat(matrix.counts().get(matrix.background()).get(matrix.background()))
                .isZero();
    }
}
