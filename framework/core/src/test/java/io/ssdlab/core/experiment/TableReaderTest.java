package io.ssdlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.core.config.ResolvedValue;
import io.ssdlab.core.plugin.toy.ToyMatcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReaderTest {

    private static final String FACTORS = """
            table:
              caption: Toys
              factors:
                finest: {without: toy-no-finest}
                ratios: {label: "{2, 1/2} boxes", without: toy-square}
            """;

    private final Laboratory lab = new Laboratory();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void resolvesRowsFromTicks() {
        ExperimentPlan plan = lab.extended(FACTORS + """
                  rows:
                    - {finest: no, ratios: no, published: {boxes: 10, mAP: 71.6}}
                    - {finest: yes, ratios: no}
                    - {finest: yes, ratios: yes, reference: yes, label: "All of it!"}
                """);

        Table table = plan.table().orElseThrow();
        assertThat(table.factors())
                .containsExactly(
                        new Factor("finest", "finest map", "toy-no-finest", false),
                        new Factor("ratios", "{2, 1/2} boxes", "toy-square", false));
        assertThat(table.columns()).as("left to the table").isEmpty();
        assertThat(plan.rows())
                .extracting(Row::name)
                .containsExactly("no-finest_no-ratios", "finest_no-ratios", "all-of-it");
        Row first = plan.rows().get(0);
        assertThat(first.ticks()).isEqualTo(Map.of("finest", false, "ratios", false));
        assertThat(first.published()).isEqualTo(Map.of("boxes", 10.0, "mAP", 71.6));
        assertThat(first.experiment().model().withoutSources()).containsExactly(1);
        assertThat(first.explanation().values())
                .contains(new ResolvedValue("model.without-sources", "[1]", "variant toy-no-finest:5:22"));
        assertThat(plan.rows().get(1).experiment().model().withoutSources()).isEmpty();
        assertThat(plan.rows().get(2).reference()).isTrue();
        assertThat(plan.rows().get(2).experiment()).isEqualTo(plan.base());
    }

    @Test
    void aRowsChangeGoesOverVariantsAndTheCommandLineOverBoth() {
        String table = """
                table:
                  factors: {matcher: {with: toy-other-matcher}}
                  rows:
                    - {matcher: no}
                    - {matcher: yes}
                    - {matcher: yes, change: {training: {matcher: {threshold: 0.7, ignored: 2}}}}
                """;

        assertThat(thresholds(lab.extended(table))).containsExactly(0.4, 0.9, 0.7);
        assertThat(lab.extended(table).rows().get(2).furtherChanges())
                .containsExactly("training.matcher.threshold", "training.matcher.ignored");
        assertThat(lab.extended(table, "training.iterations=5").rows())
                .allSatisfy(row ->
                        assertThat(row.experiment().training().iterations()).isEqualTo(5));
        // The override undoes the variant: that is said rather than tabulated.
        assertThat(lab.problems(table, "training.matcher.threshold=0.1"))
                .contains(
                        "own.yaml:6:7: this row is the same experiment as the row at own.yaml:5:7",
                        "own.yaml:3:13: the variant toy-other-matcher changes nothing in this experiment");
    }

    private static List<Double> thresholds(ExperimentPlan plan) {
        return plan.rows().stream()
                .map(row -> row.experiment().training().matcher().config())
                .map(Optional::orElseThrow)
                .map(config -> ((ToyMatcher.Config) config).threshold())
                .toList();
    }

    @Test
    void rowsMayDifferByAFolderAlone() {
        ExperimentPlan plan =
                lab.extended("table: {factors: {where: {with: toy-other-root}}, rows: [{where: no}, {where: yes}]}");

        assertThat(plan.rows()).hasSize(2);
        assertThat(plan.rows().stream()
                        .map(row -> ConfigIdentity.of(row.experiment()))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void rowsMayDifferByChangesAlone() {
        ExperimentPlan plan = lab.extended("table: {rows: [{label: a}, {label: A, change: {training: {batch: 9}}}]}");

        assertThat(plan.rows()).extracting(Row::name).containsExactly("a", "a-2");
        assertThat(plan.rows().get(1).experiment().training().batch()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "table: [1]              | own.yaml:2:8: table is no map",
                "'table: {rows: []}'     | own.yaml:2:15: table.rows is missing or no list of rows",
                "'table: {caption: x}'   | own.yaml:2:1: table.rows is missing or no list of rows",
                "'table: {rows: [5]}'    | own.yaml:2:16: table.rows.0 is no map",
                "'table: {rows: [{finest: yes}]}' | 'own.yaml:2:17: table.rows.0 ticks finest, which is no factor'",
                "'table: {rows: [{published: {mAP: high}}]}' | own.yaml:2:34: table.rows.0.published.mAP is the text 'high'",
                "'table: {rows: [{change: 5}]}' | own.yaml:2:25: table.rows.0.change is no map",
                "'table: {rows: [{label: a}, {label: b}]}' | own.yaml:2:28: this row is the same experiment as the row at own.yaml:2:16",
                "'table: {factors: {x: {label: a}}, rows: [{x: no}]}' | own.yaml:2:19: the factor x has no variant",
                "'table: {factors: {x: {with: toy-square, without: toy-square}}, rows: [{x: no}]}' | own.yaml:2:19: the factor x has two variants",
                "'table: {factors: {x: {with: toy-sqare}}, rows: [{x: no}]}' | own.yaml:2:29: there is no variant named toy-sqare",
                "'table: {factors: {label: {with: toy-square}}, rows: [{}]}' | own.yaml:2:19: a factor cannot be called label",
                "'table: {factors: {x: {with: toy-square}}, rows: [{}]}' | own.yaml:2:50: table.rows.0 does not tick x",
                "'table: {factors: {x: {with: toy-square}}, rows: [{x: 1}]}' | own.yaml:2:54: table.rows.0.x is no tick",
                "'table: {factors: {x: {with: toy-nothing}}, rows: [{x: yes}]}' | own.yaml:2:19: the variant toy-nothing changes nothing in this experiment",
                "'table: {factors: {x: {with: toy-typo}}, rows: [{x: yes}]}' | variant toy-typo:4:5: unknown key bach in training",
                "'table: {rows: [{change: {table: {}}}]}' | own.yaml:2:26: unknown key table",
                "'table: {colums: [a], rows: [{}]}' | own.yaml:2:9: unknown key colums in table",
            })
    void reportsEachProblemAtItsPlace(String text, String problem) {
        assertThat(lab.problems(text)).contains(problem);
    }

    @Test
    void allowsOneReference() {
        assertThat(lab.problems("""
                        table:
                          factors: {x: {with: toy-square}}
                          rows:
                            - {x: no, reference: yes}
                            - {x: yes, reference: yes}
                        """)).containsExactly("own.yaml:6:7: a second reference row");
    }

    @Test
    void aProblemOfAllRowsIsSaidOnce() {
        assertThat(lab.problems("""
                        training: {batch: 0}
                        table:
                          factors: {x: {with: toy-square}}
                          rows: [{x: no}, {x: yes}, {x: yes, change: {training: {iterations: 0}}}]
                        """))
                .containsExactly("own.yaml:2:19: training.batch is 0", "own.yaml:5:70: training.iterations is 0");
    }
}
