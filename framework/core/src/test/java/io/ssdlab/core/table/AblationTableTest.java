package io.ssdlab.core.table;

import static io.ssdlab.core.table.Runs.done;
import static io.ssdlab.core.table.Runs.layout;
import static io.ssdlab.core.table.Runs.row;
import static io.ssdlab.core.table.Runs.stale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class AblationTableTest {

    private static final List<String> FACTORS = List.of("38x38");
    private static final AblationRow FULL = row(
            "full",
            Map.of("38x38", AblationRow.TICK),
            Map.of("mAP", new PublishedNumber(74.3, ""), "boxes", new PublishedNumber(8732, "")),
            true,
            done("full", 1, 0.743),
            done("full", 2, 0.763));
    private static final AblationRow BARE = row("bare", "38x38", "", done("bare", 1, 0.716), done("bare", 2, 0.726));
    private static final AblationRow UNRUN = row("unrun", "38x38", "", SeedRun.missing(1, ""), SeedRun.missing(2, ""));

    private static AblationTable table(List<AblationRow> rows, String... columns) {
        return AblationTable.of(layout(FACTORS, columns), AblationLine.of(rows));
    }

    private static AblationTable table(String... columns) {
        return table(List.of(BARE, FULL, UNRUN), columns);
    }

    private static List<String> heads(AblationTable table) {
        return table.grid().heads().stream().map(TableGrid.Head::full).toList();
    }

    private static List<String> column(AblationTable table, String head) {
        int column = heads(table).indexOf(head);
        assertThat(column).as(head + " of " + heads(table)).isNotNegative();
        return table.grid().lines().stream()
                .map(line -> line.get(column).text())
                .toList();
    }

    @Test
    void showsMeanAndDeviationOverSeedsInPercent() {
        AblationTable table = table("boxes", "mAP", "images-per-second", "parameters", "coco", "coco:AP50");

        assertThat(heads(table))
                .containsExactly("row", "38x38", "boxes", "mAP (voc07)", "images/s", "parameters", "coco", "coco AP50");
        assertThat(column(table, "row")).containsExactly("bare", "full", "unrun");
        assertThat(column(table, "38x38")).containsExactly("", "✓", "");
        // Deviations of the sample: 1 / sqrt(2) and 2 / sqrt(2) points.
        assertThat(column(table, "mAP (voc07)")).containsExactly("72.1 ± 0.7", "75.3 ± 1.4", "missing");
        assertThat(column(table, "images/s")).containsExactly("41.5 ± 0.7", "41.5 ± 0.7", "missing");
        assertThat(column(table, "parameters")).containsExactly("1000000", "1000000", "missing");
        assertThat(column(table, "coco")).containsExactly("36.1 ± 0.4", "37.7 ± 0.7", "missing");
        assertThat(column(table, "coco AP50")).containsExactly("48.1 ± 0.5", "50.2 ± 0.9", "missing");
    }

    @Test
    void countsBoxesWithoutAnyRun() {
        assertThat(column(table("boxes"), "boxes")).containsExactly("8732", "8732", "8732");
    }

    @Test
    void takesDifferencesToTheReference() {
        assertThat(column(table("delta"), "delta")).containsExactly("-3.2", "reference", "missing");
    }

    @Test
    void tellsHowSureADifferenceIs() {
        AblationRow near = row("near", "38x38", "", done("near", 1, 0.745), done("near", 2, 0.755));
        AblationRow far = row("far", "38x38", "", done("far", 1, 0.545), done("far", 2, 0.555));
        AblationTable table = table(List.of(near, FULL, far, UNRUN), "delta");

        assertThat(column(table, "95 % interval").get(0)).matches("-\\d\\.\\d to \\+\\d\\.\\d, indistinguishable");
        assertThat(column(table, "95 % interval").get(2)).matches("-2\\d\\.\\d to -1\\d\\.\\d");
        assertThat(column(table, "95 % interval")).element(1).isEqualTo("");
        assertThat(column(table, "95 % interval")).element(3).isEqualTo("");
        Table values = table.values();
        assertThat(values.stringColumn("delta indistinguishable").asList()).containsExactly("yes", "", "no", "");
        assertThat(values.doubleColumn("delta low").getDouble(2)).isLessThan(-20.3);
        assertThat(new MarkdownText(table).render())
                .contains("its 95 % interval is of the test images (paired bootstrap) and of the seeds")
                .contains("indistinguishable: the interval holds 0");
    }

    @Test
    void saysWhereTheIntervalIsOfTheImagesAlone() {
        AblationRow single = row("single", "38x38", "", done("single", 1, 0.7), SeedRun.missing(2, ""));
        AblationTable table = table(List.of(FULL, BARE, single), "delta");

        assertThat(new MarkdownText(table).render())
                .contains("of single it is of the test images alone, for want of seeds");
    }

    @Test
    void givesNoIntervalToRowsScoredOnOtherImages() {
        AblationRow other = row("other", "38x38", "", done("other", 1, 0.7, "others"));
        AblationTable table = table(List.of(FULL, other), "delta");

        assertThat(column(table, "delta")).containsExactly("reference", "-5.3");
        assertThat(heads(table)).doesNotContain("95 % interval");
    }

    @Test
    void marksDifferencesToAReferenceThatIsNotThere() {
        AblationRow reference = row("full", Map.of(), Map.of(), true, SeedRun.missing(1, ""));
        assertThat(column(table(List.of(BARE, reference), "delta"), "delta"))
                .containsExactly("no reference", "reference");
    }

    @Test
    void neverMixesStaleRunsWithOthers() {
        AblationRow mixed =
                row("mixed", "38x38", "", done("mixed", 1, 0.7), stale("mixed", 2, 0.1, "plugin ssd: 2.0, was 1.0"));
        AblationRow old = row("old", "38x38", "", stale("old", 1, 0.6, "w"), SeedRun.missing(2, ""));
        AblationTable table = table(List.of(FULL, mixed, old), "mAP", "delta");

        assertThat(column(table, "mAP (voc07)")).containsExactly("75.3 ± 1.4", "70.0 (1 of 2)", "60.0 (stale, 1 of 2)");
        assertThat(column(table, "delta")).containsExactly("reference", "-5.3", "-15.3 (stale)");
        assertThat(table.values().stringColumn("state").asList()).containsExactly("complete", "incomplete", "stale");
    }

    @Test
    void distrustsEveryDifferenceToAStaleReference() {
        AblationRow reference = row("full", Map.of(), Map.of(), true, stale("full", 1, 0.7, "w"));
        assertThat(column(table(List.of(reference, BARE), "delta"), "delta"))
                .containsExactly("reference", "+2.1 (stale)");
    }

    @Test
    void tellsWhatWasBegun() {
        AblationRow begun =
                row("begun", "38x38", "", SeedRun.unfinished(1, "at iteration 120"), SeedRun.missing(2, ""));
        assertThat(column(table(List.of(begun), "mAP"), "mAP (voc07)")).containsExactly("unfinished");
    }

    @Test
    void putsPublishedNumbersBesideOurs() {
        AblationTable table = table("boxes", "mAP", "delta", "published");

        assertThat(heads(table))
                .containsSubsequence(
                        "row", "38x38", "boxes", "boxes published", "mAP (voc07)", "mAP published", "delta");
        assertThat(column(table, "boxes published")).containsExactly("", "8732", "");
        assertThat(column(table, "mAP published")).containsExactly("", "74.3", "");
    }

    @Test
    void aCitedRowHasPublishedNumbersAlone() {
        AblationRow rival = row("Faster R-CNN", Map.of(), Map.of("mAP", new PublishedNumber(73.2, "")), false);
        AblationTable table = table(List.of(rival, FULL), "boxes", "mAP", "delta", "published");

        assertThat(column(table, "mAP published")).containsExactly("73.2", "74.3");
        assertThat(column(table, "mAP (voc07)")).containsExactly("", "75.3 ± 1.4");
        assertThat(column(table, "boxes")).containsExactly("", "8732");
        assertThat(column(table, "delta")).containsExactly("", "reference");
        assertThat(table.values().stringColumn("state").asList()).containsExactly("cited", "complete");
    }

    @Test
    void putsTheValuesOfAFactorBesideEachOther() {
        AblationRow with = row("six with", Map.of("borders", "yes"), Map.of(), true, done("a", 1, 0.7));
        AblationRow without = row("six without", Map.of("borders", "no"), Map.of(), false, done("b", 1, 0.6));
        AblationRow five = row("five", Map.of("borders", "yes"), Map.of(), false, done("c", 1, 0.65));
        AblationTable table = AblationTable.of(
                layout(FACTORS, List.of("borders: yes", "borders: no"), "mAP", "delta"),
                List.of(
                        new AblationLine(
                                "six", Map.of("38x38", "✓"), Map.of("borders: yes", with, "borders: no", without)),
                        new AblationLine("five", Map.of(), Map.of("borders: yes", five))));

        assertThat(column(table, "borders: yes / mAP (voc07)")).containsExactly("70.0", "65.0");
        assertThat(column(table, "borders: no / mAP (voc07)")).containsExactly("60.0", "");
        assertThat(column(table, "borders: no / delta")).containsExactly("-10.0", "");
        assertThat(table.values().stringColumn("borders").asList()).containsExactlyInAnyOrder("yes", "no", "yes");
        assertThat(new MarkdownText(table).render()).contains("| row  | 38x38 | borders: yes / mAP (voc07) |");
    }

    @Test
    void showsTheApOfAClass() {
        AblationTable table = table("AP:disc", "AP:ring", "coco:AP:disc");
        assertThat(column(table, "disc")).containsExactly("50.0", "50.0", "missing");
        assertThat(column(table, "ring")).containsExactly("undefined", "undefined", "missing");
        assertThat(column(table, "coco disc")).containsExactly("25.0", "25.0", "missing");
    }

    @Test
    void showsAnyClassAndDetailBeforeTheFirstRun() {
        AblationTable table = table(List.of(UNRUN), "AP:cat", "coco:AP75", "coco:AP:cat");
        assertThat(heads(table)).endsWith("cat", "coco AP75", "coco cat");
        assertThat(column(table, "coco AP75")).containsExactly("missing");
    }

    @Test
    void namesAllColumnsThatDoNotExistAndTheValidOnes() {
        InvalidInputException thrown = catchThrowableOfType(
                InvalidInputException.class, () -> table("boxs", "mAP", "mAP", "AP:cat", "coco:AP99", "voc07"));

        assertThat(thrown.problems())
                .extracting(Problem::what)
                .containsExactly(
                        "there is no column 'boxs'",
                        "the column 'mAP' comes twice",
                        "there is no column 'AP:cat'",
                        "there is no column 'coco:AP99'");
        assertThat(thrown.problems().get(0).remedy())
                .contains("did you mean boxes?")
                .contains("delta", "images-per-second", "parameters", "published", "coco:AP50", "AP:disc");
    }

    @Test
    void refusesPublishedNumbersOfNoColumnAndADeltaToNothing() {
        AblationRow row = row("a", Map.of(), Map.of("map", new PublishedNumber(1, "")), false);
        InvalidInputException thrown =
                catchThrowableOfType(InvalidInputException.class, () -> table(List.of(row), "delta"));
        assertThat(thrown.problems())
                .extracting(Problem::what)
                .containsExactly("published: there is no column 'map'", "delta needs a reference row");
    }

    @Test
    void refusesAFactorCalledLikeAColumn() {
        AblationRow row = row("a", "Boxes", "", SeedRun.missing(1, ""));
        InvalidInputException thrown =
                catchThrowableOfType(InvalidInputException.class, () -> table(List.of(row), "boxes"));
        assertThat(thrown).hasMessageContaining("two columns are called 'boxes'");
    }

    @Test
    void givesNumbersForComputing() {
        Table values = table("boxes", "mAP", "delta", "published").values();

        assertThat(values.columnNames())
                .containsExactly(
                        "row",
                        "38x38",
                        "boxes",
                        "boxes published",
                        "mAP (voc07)",
                        "mAP (voc07) std",
                        "mAP published",
                        "delta",
                        "delta low",
                        "delta high",
                        "delta indistinguishable",
                        "state",
                        "seeds",
                        "runs",
                        "engine",
                        "run ids");
        assertThat(values.longColumn("boxes").getLong(1)).isEqualTo(8732);
        assertThat(values.doubleColumn("mAP (voc07)").getDouble(0)).isCloseTo(72.1, within(1e-6));
        assertThat(values.doubleColumn("mAP (voc07) std").getDouble(0)).isCloseTo(Math.sqrt(0.5), within(1e-6));
        assertThat(values.doubleColumn("delta").getDouble(0)).isCloseTo(-3.2, within(1e-6));
        assertThat(values.column("mAP (voc07)").isMissing(2)).isTrue();
        assertThat(values.intColumn("runs").asList()).containsExactly(2, 2, 0);
        assertThat(values.stringColumn("run ids").get(0)).matches("[0-9a-f]{8} [0-9a-f]{8}");
    }
}
