package io.ssdlab.core.table;

import static io.ssdlab.core.table.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.core.store.ScoredRun;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AblationReportTest {

    private static final ScoredRun ONE = run("full", 1, 8732, 0.743);
    private static final ScoredRun TWO = run("full", 2, 8732, 0.763);

    private static AblationReport report() {
        AblationLayout layout = new AblationLayout(
                "Splitting the region space",
                "SSD talk, box shapes",
                List.of("{1/2, 2} boxes"),
                List.of("boxes", "mAP", "published"),
                "voc07",
                List.of("voc07"),
                "ssdlab table experiments/box-shapes.yaml");
        return new AblationReport(AblationTable.of(
                layout,
                List.of(
                        new AblationRow(
                                "full",
                                Map.of("{1/2, 2} boxes", AblationRow.TICK),
                                Map.of("mAP", 74.3),
                                true,
                                3,
                                List.of(ONE, TWO),
                                "as published (paper, Table 2)"),
                        new AblationRow(
                                "none",
                                Map.of(),
                                Map.of("mAP", 71.6),
                                false,
                                3,
                                List.of(),
                                "1 setting differs from paper"))));
    }

    @Test
    void writesTheTableWithItsTraces() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/results/box-shapes/table.md");
            report().writeMarkdown(file);
            assertThat(Files.readString(file))
                    .isEqualTo("""
                    ## Splitting the region space

                    | row  | {1/2, 2} boxes |   boxes | mAP (voc07) | mAP published |
                    | ---- | -------------- | ------: | ----------: | ------------: |
                    | full | ✓              |    8732 |  75.3 ± 1.4 |          74.3 |
                    | none |                | missing |     missing |          71.6 |

                    mAP and AP in percent; mean ± standard deviation over seeds.
                    Published numbers: SSD talk, box shapes.

                    Runs:

                    - full: %s %s (2 of 3)
                    - none: none (0 of 3)

                    Fidelity:

                    - full: as published (paper, Table 2)
                    - none: 1 setting differs from paper

                    Regenerate: `ssdlab table experiments/box-shapes.yaml`
                    """.formatted(ONE.run().shortId(), TWO.run().shortId()));
        }
    }

    @Test
    void writesCsvThatComputes() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/results/box-shapes/table.csv");
            report().writeCsv(file);
            assertThat(Files.readString(file))
                    .isEqualTo("""
                    row,"{1/2, 2} boxes",boxes,mAP (voc07),mAP (voc07) std,mAP published,stored runs,run ids
                    full,✓,8732,75.3,1.414214,74.3,2,%s %s
                    none,,,,,71.6,0,
                    """.formatted(ONE.run().shortId(), TWO.run().shortId()));
        }
    }
}
