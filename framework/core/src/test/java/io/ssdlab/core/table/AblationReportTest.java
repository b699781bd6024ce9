package io.ssdlab.core.table;

import static io.ssdlab.core.table.Runs.done;
import static io.ssdlab.core.table.Runs.row;
import static io.ssdlab.core.table.Runs.stale;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AblationReportTest {

    private static final String FACTOR = "{1/2, 2} boxes";
    private static final AblationRow FULL = row(
            "full",
            Map.of(FACTOR, AblationRow.TICK),
            Map.of("mAP", new PublishedNumber(74.3, "paper, Table 2")),
            false,
            done("full", 1, 0.743),
            done("full", 2, 0.763),
            SeedRun.unfinished(3, "at iteration 80"));
    private static final AblationRow OLD = row(
            "old",
            Map.of(),
            Map.of("mAP", new PublishedNumber(71.6, "")),
            false,
            stale("old", 1, 0.5, "plugin ssd: 2.0, was 1.0"),
            stale("old", 2, 0.5, "plugin ssd: 2.0, was 1.0"),
            SeedRun.missing(3, ""));

    private static AblationReport report() {
        AblationLayout layout = new AblationLayout(
                "box-shapes",
                "Splitting the region space",
                "MXNet",
                "SSD talk, box shapes",
                List.of(FACTOR),
                List.of(),
                List.of("boxes", "mAP", "published"),
                "voc07",
                List.of("voc07"),
                List.of("row old differs from full also in training.batch"),
                new AblationLayout.Commands(
                        "ssdlab run experiments/box-shapes.yaml", "ssdlab table experiments/box-shapes.yaml"));
        return new AblationReport(AblationTable.of(layout, AblationLine.of(List.of(FULL, OLD))));
    }

    @Test
    void tellsWithTheTableWhatItsNumbersAreWorth() {
        assertThat(report().markdown()).isEqualTo("""
                ## Splitting the region space

                | row  | {1/2, 2} boxes | boxes |         mAP (voc07) | mAP published |
                | ---- | -------------- | ----: | ------------------: | ------------: |
                | full | ✓              |  8732 | 75.3 ± 1.4 (2 of 3) |      74.3 [a] |
                | old  |                |  8732 | 50.0 (stale, 2 of 3) |      71.6 [b] |

                On MXNet; mAP and AP in percent; mean ± standard deviation over seeds.

                Published numbers:

                - a: paper, Table 2
                - b: SSD talk, box shapes

                Stale: old, seeds 1, 2: plugin ssd: 2.0, was 1.0.

                Incomplete: full: 2 of 3 seeds.

                Unfinished: full, seed 3: at iteration 80.

                Note: row old differs from full also in training.batch.

                Runs:

                - full: %s (2 of 3)
                - old: %s (stale) (2 of 3)

                Run: `ssdlab run experiments/box-shapes.yaml`

                Regenerate: `ssdlab table experiments/box-shapes.yaml`
                """.replace("         mAP (voc07)", "          mAP (voc07)")
                .replace("| ------------------: |", "| -------------------: |")
                .replace("| 75.3 ± 1.4 (2 of 3)", "|  75.3 ± 1.4 (2 of 3)")
                .formatted(AblationTable.ids(FULL), AblationTable.ids(OLD)));
    }

    @Test
    void writesAllFormats() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path folder = disk.getPath("/results/box-shapes");
            report().write(folder, "table");

            assertThat(Files.readString(folder.resolve("table.md"))).isEqualTo(report().markdown());
            assertThat(Files.readString(folder.resolve("table.csv")))
                    .isEqualTo("""
                    row,"{1/2, 2} boxes",boxes,mAP (voc07),mAP (voc07) std,mAP published,state,seeds,runs,engine,run ids
                    full,✓,8732,75.3,1.414214,74.3,incomplete,3,2,MXNet,%s
                    old,,8732,50.0,0.0,71.6,stale,3,2,MXNet,%s
                    """.formatted(AblationTable.ids(FULL), AblationTable.ids(OLD)));
            assertThat(Files.readString(folder.resolve("table.tex")))
                    .contains("\\toprule", "\\bottomrule", "\\{1/2, 2\\} boxes", "75.3 \\(\\pm\\) 1.4")
                    .contains("71.6\\textsuperscript{b}");
            assertThat(Files.readString(folder.resolve("table.html")))
                    .startsWith("<!DOCTYPE html>")
                    .contains("<td class=\"right doubtful\">50.0 (stale, 2 of 3)</td>")
                    .contains("<td class=\"right cited\">74.3<sup>a</sup></td>");
        }
    }

    @Test
    void tracesEachNumberToItsRuns() {
        TableTrace trace = report().trace(run -> new RunOrigin("runs/" + run.shortId(), "abc"));

        RowTrace row = trace.row("full");
        assertThat(trace.row("1")).isSameAs(row);
        assertThat(row.values().get("mAP").runs()).isEqualTo(2);
        assertThat(row.seeds()).extracting(RunTrace::state).containsExactly("done", "done", "unfinished");
        RunTrace first = row.seeds().get(0);
        assertThat(first.run()).hasSize(64);
        assertThat(first.directory()).isEqualTo("runs/" + first.run().substring(0, 8));
        assertThat(first.commit()).isEqualTo("abc");
        assertThat(first.numbers()).containsEntry("mAP", 74.3);
        assertThat(trace.row("old").seeds().get(0).note()).isEqualTo("plugin ssd: 2.0, was 1.0");
    }
}
