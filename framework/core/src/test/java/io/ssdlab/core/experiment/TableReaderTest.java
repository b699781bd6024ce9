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
              source: their paper
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
                .containsExactly(new Factor("finest", "finest map"), new Factor("ratios", "{2, 1/2} boxes"));
        assertThat(table.columns()).as("left to the table").isEmpty();
        assertThat(plan.rows())
                .extracting(Row::name)
                .containsExactly("no-finest_no-ratios", "finest_no-ratios", "all-of-it");
        Row first = plan.rows().get(0);
        assertThat(first.values())
                .isEqualTo(Map.of("finest", new FactorValue.Tick(false), "ratios", new FactorValue.Tick(false)));
        assertThat(first.published())
                .isEqualTo(Map.of(
                        "boxes", new PublishedNumber(10, "their paper", ""),
                        "mAP", new PublishedNumber(71.6, "their paper", "")));
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
        assertThat(thresholds(lab.extended("table: {rows: [{variant: toy-other-matcher}, {}]}")))
                .containsExactly(0.9, 0.4);
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
                "'table: {rows: [{published: {mAP: high}}]}' | own.yaml:2:34: table.rows.0.published.mAP is no number",
                "'table: {rows: [{change: 5}]}' | own.yaml:2:25: table.rows.0.change is no map",
                "'table: {rows: [{label: a}, {label: b}]}' | own.yaml:2:28: this row is the same experiment as the row at own.yaml:2:16",
                "'table: {factors: {x: {label: a}}, rows: [{x: no}]}' | own.yaml:2:19: the factor x does not say what it varies",
                "'table: {factors: {x: {with: toy-square, without: toy-square}}, rows: [{x: no}]}' | own.yaml:2:19: the factor x says more than once what it varies",
                "'table: {factors: {x: {with: toy-sqare}}, rows: [{x: no}]}' | own.yaml:2:29: there is no variant named toy-sqare",
                "'table: {factors: {label: {with: toy-square}}, rows: [{}]}' | own.yaml:2:19: a factor cannot be called label",
                "'table: {factors: {x: {with: toy-square}}, rows: [{}]}' | own.yaml:2:50: table.rows.0 does not give x",
                "'table: {factors: {x: {with: toy-square}}, rows: [{x: 1}]}' | own.yaml:2:54: table.rows.0.x is no tick",
                "'table: {factors: {x: {with: toy-nothing}}, rows: [{x: yes}]}' | own.yaml:2:19: the variant toy-nothing changes nothing in this experiment",
                "'table: {factors: {x: {with: toy-typo}}, rows: [{x: yes}]}' | variant toy-typo:4:5: unknown key bach in training",
                "'table: {factors: {x: {setting: training.batch}}, rows: [{x: many}]}' | own.yaml:2:61: training.batch is the text 'many'",
                "'table: {factors: {x: {setting: training.bach}}, rows: [{x: 3}]}' | own.yaml:2:32: unknown key bach in training",
                "'table: {factors: {x: {setting: training..batch}}, rows: [{x: 3}]}' | own.yaml:2:32: 'training..batch' is no key",
                "'table: {factors: {x: {values: {}}}, rows: [{x: a}]}' | own.yaml:2:31: table.factors.x.values is no map of values",
                "'table: {factors: {x: {values: {six: {}}}}, rows: [{x: sex}]}' | 'own.yaml:2:55: table.rows.0.x is sex, which is none of its values'",
                "'table: {factors: {x: {values: {six: {variant: toy-sqare}}}}, rows: [{x: six}]}' | own.yaml:2:47: there is no variant named toy-sqare",
                "'table: {factors: {x: {values: {six: {chnge: {}}}}}, rows: [{x: six}]}' | own.yaml:2:38: unknown key chnge in table.factors.x.values.six",
                "'table: {factors: {x: {values: {six: {change: 6}}}}, rows: [{x: six}]}' | own.yaml:2:46: table.factors.x.values.six.change is no map",
                "'table: {factors: {x: {setting: training.batch}}, rows: [{x: ~}]}' | own.yaml:2:61: table.rows.0 does not give x",
                "'table: {across: y, factors: {x: {with: toy-square}}, rows: [{x: yes}]}' | 'own.yaml:2:17: table.across is y, which is no factor'",
                "'table: {factors: {x: {covers: [training.bacth]}}, rows: [{x: a}]}' | 'own.yaml:2:19: the factor x covers training.bacth, which is no setting of any row'",
                "'table: {rows: [{label: them, cited: yes}]}' | own.yaml:2:15: table.rows has no row to run",
                "'table: {rows: [{cited: yes}, {label: a}]}' | own.yaml:2:16: table.rows.0 is cited and has no label",
                "'table: {rows: [{label: them, cited: yes, change: {seeds: [2]}}, {}]}' | own.yaml:2:42: table.rows.0 is cited and changes settings",
                "'table: {rows: [{label: them, cited: yes, reference: yes}, {}]}' | own.yaml:2:16: table.rows.0 is cited and the reference",
                "'table: {rows: [{published: table-2/two}]}' | own.yaml:2:28: table.rows.0.published is table-2/two",
                "'table: {published-in: none.yaml, rows: [{}]}' | none.yaml: there is no such file",
                "'table: {rows: [{change: {extends: none.yaml}}]}' | 'own.yaml:2:35: cannot extend none.yaml: there is no such file'",
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
    void whatTheBaseLacksIsNotSaidAgainWhereRowsChangeIt() {
        assertThat(lab.problems("""
                        training: {optimiser: {learning-rate: ~}}
                        table:
                          factors: {x: {with: toy-square}}
                          rows: [{x: no, change: {training: {optimiser: {momentum: 0.5}}}}, {x: yes}]
                        """)).containsExactly("own.yaml:2:12: training.optimiser.learning-rate is missing");
    }

    @Test
    void whatElseIsWrongWithARowThatIsNotSoundIsSaidToo() {
        assertThat(lab.problems("""
                        table:
                          colums: [boxes]
                          factors: {x: {with: toy-square}}
                          rows:
                            - {y: yes, change: {training: {batch: 0}}}
                            - {x: 5, label: [], change: {recipe: toy-papre}}
                        """))
                .contains(
                        "own.yaml:3:3: unknown key colums in table",
                        "own.yaml:6:8: table.rows.0 ticks y, which is no factor",
                        "own.yaml:6:43: training.batch is 0",
                        "own.yaml:7:11: table.rows.1.x is no tick",
                        "own.yaml:7:21: table.rows.1.label is a list",
                        "own.yaml:7:42: there is no recipe named toy-papre");
    }

    @Test
    void aProblemOfAllRowsIsSaidOnce() {
        assertThat(lab.problems("""
                        training: {batch: 0}
                        table:
                          factors: {x: {with: toy-square}}
                          rows: [{x: no}, {x: yes}, {x: yes, change: {training: {iterations: -1}}}]
                        """))
                .containsExactly("own.yaml:2:19: training.batch is 0", "own.yaml:5:70: training.iterations is -1");
    }

    @Test
    void aFactorMayBeASettingOrNamedValues() {
        lab.write("small.yaml", "extends: toy.yaml\ntraining: {batch: 3}\ntable: {caption: not this}");
        ExperimentPlan plan = lab.extended("""
                table:
                  factors:
                    size:
                      values:
                        usual:
                        small: {label: "3 images", change: {extends: small.yaml, description: little}}
                        square: {variant: toy-square, change: {training: {batch: 4}}}
                    length: {setting: training.iterations}
                    steps: {setting: training.schedule.steps, label: when}
                  rows:
                    - {length: 10, steps: [6, 8], size: usual}
                    - {length: 20, steps: [7], size: small}
                    - {length: 20, steps: [7], size: square}
                """);

        assertThat(plan.table().orElseThrow().factors())
                .containsExactly(
                        new Factor("size", "size"),
                        new Factor("length", "training.iterations"),
                        new Factor("steps", "when"));
        assertThat(plan.rows())
                .extracting(Row::name)
                .containsExactly(
                        "size-usual_length-10_steps-6-8",
                        "size-small_length-20_steps-7",
                        "size-square_length-20_steps-7");
        Row small = plan.rows().get(1);
        assertThat(small.values())
                .isEqualTo(Map.of(
                        "length", new FactorValue.Given("20"),
                        "steps", new FactorValue.Given("[7]"),
                        "size", new FactorValue.Named("small", "3 images")));
        assertThat(small.experiment().training().iterations()).isEqualTo(20);
        assertThat(small.experiment().training().batch()).isEqualTo(3);
        assertThat(small.experiment().description()).isEqualTo("little");
        assertThat(small.explanation().values())
                .contains(
                        new ResolvedValue("training.iterations", "20", "own.yaml:13:16"),
                        new ResolvedValue("training.batch", "3", "small.yaml:2:19"));
        Row square = plan.rows().get(2);
        assertThat(square.experiment().training().batch()).isEqualTo(4);
        assertThat(square.experiment().model().priors())
                .isNotEqualTo(plan.base().model().priors());
        assertThat(plan.rows().get(0).experiment()).isEqualTo(plan.base());
    }

    @Test
    void aSettingThatARowGivesIsNotSetAgain() {
        assertThat(lab.problems("""
                        table:
                          factors: {length: {setting: training.iterations}}
                          rows:
                            - {length: 20, change: {training: {iterations: 30}}}
                        """))
                .containsExactly("own.yaml:5:16: training.iterations of this row is set again at own.yaml:5:52");
    }

    @Test
    void citedRowsStandInTheTableAlone() {
        ExperimentPlan plan = lab.extended("""
                table:
                  source: their paper
                  factors: {ratios: {without: toy-square}}
                  rows:
                    - {label: rival, cited: yes, ratios: some, published: {boxes: 98}}
                    - {label: other, cited: yes}
                    - {label: ours, ratios: yes}
                """);

        assertThat(plan.rows()).extracting(Row::label).containsExactly("ours");
        assertThat(plan.table().orElseThrow().lines())
                .containsExactly(
                        new TableLine(List.of(new CitedRow(
                                "rival",
                                Map.of("ratios", new FactorValue.Given("some")),
                                Map.of("boxes", new PublishedNumber(98, "their paper", ""))))),
                        new TableLine(List.of(new CitedRow("other", Map.of(), Map.of()))),
                        new TableLine(List.of(plan.rows().get(0))));
    }

    @Test
    void rowsOfOneLineDifferInTheFactorThatRunsAcross() {
        ExperimentPlan plan = lab.extended("""
                table:
                  across: images
                  factors:
                    ratios: {without: toy-square}
                    images: {setting: training.batch}
                  rows:
                    - {label: both, ratios: yes, images: 2}
                    - {label: both, ratios: yes, images: 3}
                    - {ratios: no, images: 3}
                    - {label: rival, cited: yes, images: 2}
                """);

        Table table = plan.table().orElseThrow();
        assertThat(plan.rows())
                .extracting(Row::name)
                .containsExactly("both_images-2", "both_images-3", "no-ratios_images-3");
        assertThat(table.groups()).extracting(FactorValue::written).containsExactly("2", "3");
        assertThat(table.lines())
                .extracting(line -> line.rows().size())
                .as("rows of each line")
                .containsExactly(2, 1, 1);
        assertThat(plan.notes())
                .extracting(PlanNote::toString)
                .containsExactly(
                        "own.yaml:10:7: beside this row there is none with images: 2, and its cells stay empty");
    }

    @Test
    void publishedNumbersMayStandInAFile() {
        lab.write("numbers/published.yaml", """
                table-2:
                  source: paper, Table 2
                  rows:
                    square: {mAP: 71.6, boxes: 10}
                    all: {mAP: 74.3, source: the talk, note: rounded}
                """);
        String table = """
                table:
                  published-in: numbers/published.yaml
                  factors: {ratios: {without: toy-square}}
                  rows:
                    - {ratios: no, published: table-2/square}
                    - {ratios: yes, published: [table-2/square, table-2/%s]}
                """;

        ExperimentPlan plan = lab.extended(table.formatted("all"));

        assertThat(plan.rows().get(0).published())
                .isEqualTo(Map.of(
                        "mAP", new PublishedNumber(71.6, "paper, Table 2", ""),
                        "boxes", new PublishedNumber(10, "paper, Table 2", "")));
        assertThat(plan.rows().get(1).published())
                .isEqualTo(Map.of(
                        "mAP", new PublishedNumber(74.3, "the talk", "rounded"),
                        "boxes", new PublishedNumber(10, "paper, Table 2", "")));
        assertThat(lab.problems(table.formatted("al")))
                .containsExactly("own.yaml:7:49: there are no published numbers named table-2/al");

        lab.write("numbers/published.yaml", """
                one: {source: here}
                two: {rows: {a: {mAP: 1}}}
                three: {source: here, rows: {a: {mAP: high}, b: 5}}
                """);
        assertThat(lab.problems("table: {published-in: numbers/published.yaml, rows: [{published: three/c}]}"))
                .containsExactly(
                        "numbers/published.yaml:1:1: one has no map rows",
                        "numbers/published.yaml:2:1: two.source is missing",
                        "numbers/published.yaml:3:39: three/a.mAP is no number",
                        "numbers/published.yaml:3:49: three/b is no map",
                        "own.yaml:2:66: there are no published numbers named three/c");
    }
}
