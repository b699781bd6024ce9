package io.ssdlab.report.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The APs of the reference implementations: py-faster-rcnn's devkit and pycocotools. */
class GoldenAveragePrecisionTest {

    private static final double TOLERANCE = 1e-12;

    static Stream<GoldenScene> voc() throws IOException {
        return GoldenScene.read("voc_eval.json");
    }

    static Stream<GoldenScene> coco() throws IOException {
        return GoldenScene.read("coco_eval.json");
    }

    @ParameterizedTest
    @MethodSource("voc")
    void vocDevkit(GoldenScene golden) {
        for (ClassDiagnosis diagnosed :
                golden.scene().diagnosed(ScoringRule.VOC07).classes()) {
            assertSame(diagnosed, golden.json().at("/per_class/" + diagnosed.name() + "/devkit_plus1/ap_11point"));
        }
        for (ClassDiagnosis diagnosed :
                golden.scene().diagnosed(ScoringRule.VOC12).classes()) {
            assertSame(diagnosed, golden.json().at("/per_class/" + diagnosed.name() + "/devkit_plus1/ap_area"));
        }
    }

    private static void assertSame(ClassDiagnosis diagnosed, JsonNode expected) {
        double precision = diagnosed.errors().averagePrecision();
        assertThat(Double.valueOf(diagnosed.curve().averagePrecision())).isEqualTo(Double.valueOf(precision));
        // The reference stumbles over classes without objects or detections.
        assertThat(Double.isNaN(precision) ? 0 : precision)
                .isEqualTo(Math.max(0, expected.asDouble()), within(TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("coco")
    void pycocotools(GoldenScene golden) {
        RunDiagnosis run = golden.scene().diagnosed(ScoringRule.COCO);
        assertThat(run.errors().averagePrecision())
                .isEqualTo(golden.json().at("/stats/AP50").asDouble(), within(TOLERANCE));
        for (ClassDiagnosis diagnosed : run.classes()) {
            assertThat(diagnosed.errors().averagePrecision())
                    .isEqualTo(
                            golden.json()
                                    .at("/per_category/" + diagnosed.name() + "/ap50")
                                    .asDouble(),
                            within(TOLERANCE));
        }
    }
}
