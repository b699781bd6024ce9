package io.ssdlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SingleFactorGuardTest {

    private final Laboratory lab = new Laboratory();

    @AfterEach
    void close() {
        lab.close();
    }

    private List<String> notes(String table) {
        return lab.extended(table).notes().stream().map(PlanNote::toString).toList();
    }

    @Test
    void isContentWithSingleFactors() {
        assertThat(notes("""
                        table:
                          factors:
                            finest: {without: toy-no-finest}
                            matcher: {with: toy-other-matcher}
                            length: {setting: training.iterations}
                            size: {values: {usual: , large: {change: {training: {batch: 64}}}}}
                          rows:
                            - {finest: yes, matcher: no, length: 10, size: usual, reference: yes}
                            - {finest: no, matcher: no, length: 10, size: usual}
                            - {finest: yes, matcher: yes, length: 10, size: usual}
                            - {finest: yes, matcher: yes, length: 20, size: usual}
                            - {finest: yes, matcher: no, length: 10, size: large}
                        """)).isEmpty();
    }

    @Test
    void tellsOfSettingsBeyondTheFactors() {
        assertThat(notes("""
                        table:
                          factors: {finest: {without: toy-no-finest}, ratios: {without: toy-square}}
                          rows:
                            - {finest: yes, ratios: yes, reference: yes}
                            - finest: no
                              ratios: yes
                              change: {training: {iterations: 9, augment: {toy-mirror: off}}, seeds: [5]}
                        """))
                .containsExactly("own.yaml:6:7: row no-finest_ratios differs from finest_ratios also in"
                        + " training.augment.toy-mirror (off, not on), training.iterations (9, not 10): more than its"
                        + " factors");
    }

    @Test
    void countsSettingsWhereTheyAreMany() {
        assertThat(notes("""
                        table:
                          factors: {ratios: {without: toy-square}}
                          rows:
                            - {ratios: yes}
                            - ratios: no
                              change:
                                training: {iterations: 9, batch: 3, use-difficult: no, schedule: {steps: [5]}}
                                detection: {iou-threshold: 0.5}
                        """))
                .singleElement()
                .asString()
                .startsWith("own.yaml:6:7: row no-ratios differs from ratios also in")
                .endsWith(" and 1 more: more than its factors");
    }

    @Test
    void whatRowsOnlyTellCoversTheirOwnChanges() {
        String table = """
                table:
                  factors: {size: {covers: [training.batch]}}
                  rows:
                    - {size: small, reference: yes}
                    - {size: %s, change: {training: {batch: 64}}}
                """;

        assertThat(notes(table.formatted("large"))).isEmpty();
        assertThat(notes(table.formatted("small")))
                .containsExactly("own.yaml:6:7: row size-small-2 differs from size-small also in"
                        + " training.batch (64, not 2): more than its factors");
    }

    @Test
    void tellsOfRowsThatNoSingleFactorLeadsTo() {
        assertThat(notes("""
                        table:
                          factors: {finest: {without: toy-no-finest}, ratios: {without: toy-square}}
                          rows:
                            - {finest: yes, ratios: yes}
                            - {finest: no, ratios: no}
                        """))
                .hasSize(2)
                .first()
                .isEqualTo("own.yaml:5:7: row finest_ratios differs from every other row in several factors: none tells"
                        + " what one of them does");
    }

    @Test
    void saysNothingOfATableWithoutFactors() {
        assertThat(notes("table: {rows: [{label: a}, {label: b, change: {training: {batch: 64}}}]}"))
                .isEmpty();
        assertThat(notes("")).isEmpty();
    }
}
