package io.ssdlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.core.table.RowTrace;
import io.ssdlab.core.table.RunTrace;
import io.ssdlab.report.figure.Standing;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowVerdictTest {

    @Test
    void saysHowMuchWorseARowIsAndHowSureThatIs() {
        RowVerdict verdict = RowVerdict.of(row(27.8, 1, 1, delta(-28.86, -31.10, -26.63)), false);

        assertThat(verdict.standing()).isEqualTo(Standing.WORSE);
        assertThat(verdict.words()).isEqualTo("28.9 points worse (26.6 to 31.1); one seed");
        assertThat(verdict.brief()).isEqualTo("\u221228.9 (\u221231.1 to \u221226.6)");
    }

    @Test
    void saysThatARowIsBetter() {
        RowVerdict verdict = RowVerdict.of(row(60, 3, 3, delta(5.04, 1.26, 8.82)), true);

        assertThat(verdict.standing()).isEqualTo(Standing.BETTER);
        assertThat(verdict.words()).isEqualTo("5.0 points better (1.3 to 8.8); three seeds");
    }

    @Test
    void saysThatRowsCannotBeToldApart() {
        RowVerdict verdict = RowVerdict.of(row(57.9, 2, 3, delta(1.24, -0.19, 2.67)), true);

        assertThat(verdict.standing()).isEqualTo(Standing.INDISTINGUISHABLE);
        assertThat(verdict.words()).isEqualTo("indistinguishable: +1.2 (\u22120.2 to +2.7); two of three seeds");
    }

    @Test
    void saysWhatThereIsInPlaceOfANumber() {
        assertThat(RowVerdict.of(
                                new RowTrace(1, "a", "a", Map.of(), "missing", Map.of(), Map.of(), Map.of(), List.of()),
                                false)
                        .words())
                .isEqualTo("missing");
        assertThat(RowVerdict.of(row(57.9, 1, 1, Map.of("mean", 2.0)), false).words())
                .isEqualTo("+2.0, no interval; one seed");
        assertThat(RowVerdict.ofReference(row(57.9, 1, 1, Map.of())).words()).isEqualTo("reference: 57.9; one seed");
    }

    private static Map<String, Double> delta(double mean, double low, double high) {
        return Map.of("mean", mean, "low", low, "high", high);
    }

    private static RowTrace row(double score, int done, int wanted, Map<String, Double> delta) {
        List<RunTrace> seeds = IntStream.range(0, wanted)
                .mapToObj(seed -> new RunTrace(
                        seed, "done", "", "", "", "", "", new TreeMap<>(Collections.emptyMap()), "", "", "", Map.of()))
                .toList();
        return new RowTrace(
                1,
                "a",
                "a",
                Map.of(),
                "complete",
                Map.of("mAP", new RowTrace.Value(score, Double.NaN, done)),
                delta,
                Map.of(),
                seeds);
    }
}
