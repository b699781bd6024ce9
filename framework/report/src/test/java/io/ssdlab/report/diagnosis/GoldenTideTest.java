package io.ssdlab.report.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of the authors' {@code tidecv}. */
class GoldenTideTest {

    private static final double TOLERANCE = 1e-12;

    static Stream<GoldenScene> scenes() throws IOException {
        return GoldenScene.read("tide_eval.json");
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everyNumber(GoldenScene golden) {
        JsonNode expected = golden.json().get("expected");
        ErrorBreakdown errors = golden.scene().diagnosed(ScoringRule.COCO).errors();

        assertThat(errors.averagePrecision()).isEqualTo(expected.get("ap").asDouble(), within(TOLERANCE));
        errors.byType().forEach((type, impact) -> {
            assertThat(impact.count())
                    .as("number of " + type)
                    .isEqualTo(expected.at("/count/" + type).asInt());
            assertThat(impact.deltaAp())
                    .as("gain of " + type)
                    .isEqualTo(expected.at("/delta/" + type).asDouble(), within(TOLERANCE));
        });
        assertThat(errors.falsePositiveDeltaAp())
                .isEqualTo(expected.get("falsePositive").asDouble(), within(TOLERANCE));
        assertThat(errors.falseNegativeDeltaAp())
                .isEqualTo(expected.get("falseNegative").asDouble(), within(TOLERANCE));
    }
}
