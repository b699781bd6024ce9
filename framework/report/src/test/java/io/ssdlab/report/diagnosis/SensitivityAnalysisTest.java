package io.ssdlab.report.diagnosis;

import static io.ssdlab.report.diagnosis.Scene.detection;
import static io.ssdlab.report.diagnosis.Scene.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.model.InputSize;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SensitivityAnalysisTest {

    private static final Offset<Double> EXACTLY = within(1e-12);

    /** Two small cats, one of 3 to 1, and two medium ones. */
    private static final List<AnnotatedObject> CATS = List.of(
            object(1, 0, 0, 20, 20),
            object(1, 40, 0, 30, 10),
            object(1, 80, 0, 60, 60),
            object(1, 0, 100, 60, 60),
            object(2, 150, 150, 40, 40));

    private static final Scene SCENE = Scene.of(
            CATS,
            List.of(
                    detection(1, 0.9, 80, 0, 60, 60),
                    detection(1, 0.8, 80, 0, 60, 58),
                    detection(1, 0.7, 0, 0, 20, 20),
                    detection(1, 0.6, 150, 0, 20, 20),
                    detection(1, 0.5, 0, 100, 60, 60)));

    private static GroupDiagnosis group(int sensitivity, String name) {
        return SCENE.diagnosed(ScoringRule.VOC12).sensitivities().get(sensitivity).groups().stream()
                .filter(group -> group.group().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void detectionsOfOtherGroupsCountForNothing() {
        GroupDiagnosis small = group(0, "small");
        assertThat(small.groundTruths()).isEqualTo(2);
        assertThat(small.recall()).isEqualTo(0.5);
        // The find at 0.9 and its duplicate are of a medium cat, so that the small one comes first.
        assertThat(small.averagePrecision()).isEqualTo(0.5, EXACTLY);

        GroupDiagnosis medium = group(0, "medium");
        assertThat(medium.groundTruths()).isEqualTo(3);
        assertThat(medium.recall()).isEqualTo(2 / 3.0, EXACTLY);
        // Cats: 1, then after the duplicate and the false alarm 2 of 4. No dog is found.
        assertThat(medium.averagePrecision()).isEqualTo((0.5 * 1 + 0.5 * 2 / 4.0) / 2, EXACTLY);
    }

    @Test
    void normalisedPrecisionIsThatOfAsManyObjectsEverywhere() {
        // Four cats and a dog: 2.5 a class. Both medium cats stand for 1.25 each, and precision is 2.5 / (2.5 + 2).
        GroupDiagnosis medium = group(0, "medium");
        assertThat(medium.normalisedAveragePrecision()).isEqualTo((0.5 * 1 + 0.5 * 2.5 / (2.5 + 2)) / 2, EXACTLY);
        // The small cats too; the first is found without a false alarm.
        assertThat(group(0, "small").normalisedAveragePrecision()).isEqualTo(0.5, EXACTLY);
    }

    @Test
    void aGroupWithoutObjectsIsUndefined() {
        GroupDiagnosis large = group(0, "large");
        assertThat(large.groundTruths()).isZero();
        assertThat(large.recall()).isNaN();
        assertThat(large.averagePrecision()).isNaN();
        assertThat(large.normalisedAveragePrecision()).isNaN();
    }

    @Test
    void partsByAspectRatioInTheNetworksInput() {
        assertThat(group(1, "3:1").groundTruths()).isEqualTo(1);
        assertThat(group(1, "1:1").groundTruths()).isEqualTo(4);
        // An input of double width makes squares 2 to 1, and 3 to 1 more than 4.
        List<GroupDiagnosis> wide = new SensitivityAnalysis(SCENE.judged(ScoringRule.VOC12), new InputSize(600, 300))
                .sensitivities()
                .get(1)
                .groups();
        assertThat(wide)
                .filteredOn(group -> group.groundTruths() > 0)
                .extracting(GroupDiagnosis::group)
                .containsExactly("2:1", "over 4:1");
    }

    @Test
    void allTogetherHaveTheApOfTheRun() {
        RunDiagnosis run = SCENE.diagnosed(ScoringRule.VOC07);
        for (Sensitivity sensitivity : run.sensitivities()) {
            assertThat(sensitivity.all().averagePrecision())
                    .isEqualTo(run.errors().averagePrecision(), EXACTLY);
            assertThat(sensitivity.groups().stream()
                            .mapToInt(GroupDiagnosis::groundTruths)
                            .sum())
                    .isEqualTo(run.errors().groundTruths());
        }
        assertThat(run.sensitivities()).extracting(Sensitivity::grouping).containsExactly("size", "aspect-ratio");
    }
}
