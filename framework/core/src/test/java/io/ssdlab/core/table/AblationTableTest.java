package io.ssdlab.core.table;

import static io.ssdlab.core.table.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.core.store.ScoredRun;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class AblationTableTest {

    private static final AblationRow FULL = row("full", true, run("full", 1, 8732, 0.743), run("full", 2, 8732, 0.763));
    private static final AblationRow BARE =
            row("bare", false, run("bare", 1, 3880, 0.716), run("bare", 2, 3880, 0.726));
    private static final AblationRow UNRUN = row("unrun", false);

    private static AblationRow row(String label, boolean reference, ScoredRun... runs) {
        return new AblationRow(
                label,
                Map.of("38x38", reference ? AblationRow.TICK : ""),
                reference ? Map.of("mAP", 74.3, "boxes", 8732.0) : Map.of(),
                reference,
                2,
                List.of(runs),
                "");
    }

    private static AblationLayout layout(String... columns) {
        return new AblationLayout(
                "Shapes", "", List.of("38x38"), List.of(columns), "voc07", List.of("voc07", "voc12"), "ssdlab table f");
    }

    private static Table text(String... columns) {
        return AblationTable.of(layout(columns), List.of(BARE, FULL, UNRUN)).text();
    }

    private static List<String> column(Table table, String header) {
        return table.stringColumn(header).asList();
    }

    @Test
    void showsMeanAndDeviationOverSeedsInPercent() {
        Table table = text("boxes", "mAP", "images-per-second", "parameters", "voc12");
        assertThat(table.columnNames())
                .containsExactly("row", "38x38", "boxes", "mAP (voc07)", "images/s", "parameters", "voc12");
        assertThat(column(table, "row")).containsExactly("bare", "full", "unrun");
        assertThat(column(table, "38x38")).containsExactly("", "✓", "");
        assertThat(column(table, "boxes")).containsExactly("3880", "8732", "missing");
        // Deviations of the sample: 1 / sqrt(2) and 2 / sqrt(2) points.
        assertThat(column(table, "mAP (voc07)")).containsExactly("72.1 ± 0.7", "75.3 ± 1.4", "missing");
        assertThat(column(table, "images/s")).containsExactly("41.5 ± 0.7", "41.5 ± 0.7", "missing");
        assertThat(column(table, "parameters")).containsExactly("1000000", "1000000", "missing");
        assertThat(column(table, "voc12")).containsExactly("36.1 ± 0.4", "37.7 ± 0.7", "missing");
    }

    @Test
    void takesDifferencesToTheReferenceSeedBySeed() {
        assertThat(column(text("delta"), "delta")).containsExactly("-3.2 ± 0.7", "+0.0", "missing");
        AblationRow otherSeed = row("other", false, run("other", 9, 1, 0.853));
        assertThat(column(
                        AblationTable.of(layout("delta"), List.of(FULL, otherSeed))
                                .text(),
                        "delta"))
                .containsExactly("+0.0", "+10.0");
    }

    @Test
    void marksDifferencesAsMissingWhileTheReferenceIs() {
        AblationRow reference = row("full", true);
        assertThat(column(
                        AblationTable.of(layout("delta"), List.of(BARE, reference))
                                .text(),
                        "delta"))
                .containsExactly("missing", "missing");
    }

    @Test
    void putsPublishedNumbersBesideOurs() {
        Table table = text("boxes", "mAP", "delta", "published");
        assertThat(table.columnNames())
                .containsExactly("row", "38x38", "boxes", "boxes published", "mAP (voc07)", "mAP published", "delta");
        assertThat(column(table, "boxes published")).containsExactly("", "8732", "");
        assertThat(column(table, "mAP published")).containsExactly("", "74.3", "");
    }

    @Test
    void showsTheApOfAClass() {
        Table table = text("AP:disc", "AP:ring");
        assertThat(column(table, "disc")).containsExactly("50.0", "50.0", "missing");
        assertThat(column(table, "ring")).containsExactly("undefined", "undefined", "missing");
    }

    @Test
    void showsAnyClassBeforeTheFirstRun() {
        Table table = AblationTable.of(layout("AP:disc"), List.of(UNRUN)).text();
        assertThat(column(table, "disc")).containsExactly("missing");
    }

    @Test
    void namesAllColumnsThatDoNotExistAndTheValidOnes() {
        InvalidInputException thrown =
                catchThrowableOfType(InvalidInputException.class, () -> text("boxs", "mAP", "mAP", "AP:cat", "voc07"));
        assertThat(thrown.problems())
                .extracting(Problem::what)
                .containsExactly(
                        "there is no column 'boxs'", "the column 'mAP' comes twice", "there is no column 'AP:cat'");
        assertThat(thrown.problems().get(0).remedy())
                .contains("boxes", "mAP", "delta", "images-per-second", "parameters", "published", "voc12", "AP:disc");
    }

    @Test
    void refusesPublishedNumbersOfNoColumnAndADeltaToNothing() {
        AblationRow row = new AblationRow("a", Map.of(), Map.of("map", 1.0), false, 1, List.of(), "");
        InvalidInputException thrown = catchThrowableOfType(
                InvalidInputException.class, () -> AblationTable.of(layout("delta"), List.of(row)));
        assertThat(thrown.problems())
                .extracting(Problem::what)
                .containsExactly("published: there is no column 'map'", "delta needs a reference row");
    }

    @Test
    void refusesAFactorCalledLikeAColumn() {
        AblationLayout layout = new AblationLayout(
                "c", "", List.of("Boxes"), List.of("boxes"), "voc07", List.of("voc07"), "ssdlab table f");
        InvalidInputException thrown =
                catchThrowableOfType(InvalidInputException.class, () -> AblationTable.of(layout, List.of(FULL)));
        assertThat(thrown).hasMessageContaining("two columns are called 'boxes'");
    }

    @Test
    void givesNumbersForComputing() {
        Table table = AblationTable.of(layout("boxes", "mAP", "published"), List.of(BARE, FULL, UNRUN))
                .values();
        assertThat(table.columnNames())
                .containsExactly(
                        "row",
                        "38x38",
                        "boxes",
                        "boxes published",
                        "mAP (voc07)",
                        "mAP (voc07) std",
                        "mAP published",
                        "stored runs",
                        "run ids");
        assertThat(table.longColumn("boxes").getLong(1)).isEqualTo(8732);
        assertThat(table.column("boxes").isMissing(2)).isTrue();
        assertThat(table.doubleColumn("mAP (voc07)").getDouble(0)).isCloseTo(72.1, within(1e-6));
        assertThat(table.doubleColumn("mAP (voc07) std").getDouble(0)).isCloseTo(Math.sqrt(0.5), within(1e-6));
        assertThat(table.intColumn("stored runs").asList()).containsExactly(2, 2, 0);
        assertThat(table.stringColumn("run ids").get(0))
                .isEqualTo(BARE.runs().get(0).run().shortId() + " "
                        + BARE.runs().get(1).run().shortId());
    }
}
