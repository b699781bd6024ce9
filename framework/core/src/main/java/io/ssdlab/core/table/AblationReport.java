package io.ssdlab.core.table;

import io.ssdlab.core.store.AtomicFile;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import tech.tablesaw.io.csv.CsvWriteOptions;
import tech.tablesaw.io.csv.CsvWriter;

/**
 * An ablation table with its traces: which runs each row comes from, how far it is as published, and the command that
 * makes it anew.
 *
 * @param table what to report
 */
public record AblationReport(AblationTable table) {

    /** The report as Markdown, readable as plain text. */
    public String markdown() {
        AblationLayout layout = table.layout();
        StringBuilder report = new StringBuilder();
        report.append("## ").append(layout.caption()).append("\n\n");
        report.append(new MarkdownTable(table.text(), table.numericHeaders()).render())
                .append('\n');
        report.append("mAP and AP in percent");
        if (table.rows().stream().anyMatch(row -> row.runs().size() > 1)) {
            report.append("; mean ± standard deviation over seeds");
        }
        report.append(".\n");
        if (!layout.source().isEmpty()) {
            report.append("Published numbers: ").append(layout.source()).append(".\n");
        }
        report.append("\nRuns:\n\n");
        table.rows().forEach(row -> report.append("- ").append(trace(row)).append('\n'));
        fidelity(report);
        report.append("\nRegenerate: `").append(layout.command()).append("`\n");
        return report.toString();
    }

    private void fidelity(StringBuilder report) {
        List<String> notes =
                table.rows().stream().map(AblationRow::fidelity).distinct().toList();
        if (notes.size() == 1) {
            report.append(notes.get(0).isEmpty() ? "" : "\nFidelity: " + notes.get(0) + ".\n");
            return;
        }
        report.append("\nFidelity:\n\n");
        table.rows().stream()
                .filter(row -> !row.fidelity().isEmpty())
                .forEach(row -> report.append("- %s: %s\n".formatted(row.label(), row.fidelity())));
    }

    private static String trace(AblationRow row) {
        int stored = row.runs().size();
        String ids = stored == 0 ? "none" : AblationTable.ids(row);
        return row.label() + ": " + ids + (stored == row.seeds() ? "" : " (%d of %d)".formatted(stored, row.seeds()));
    }

    /** Writes the report, atomically. */
    public void writeMarkdown(Path file) {
        new AtomicFile(file).write(markdown());
    }

    /** {@link AblationTable#values} as CSV. */
    public String csv() {
        StringWriter text = new StringWriter();
        new CsvWriter()
                .write(
                        table.values(),
                        CsvWriteOptions.builder(text).lineEnd("\n").build());
        return text.toString();
    }

    /** Writes {@link #csv} in UTF-8, atomically. */
    public void writeCsv(Path file) {
        new AtomicFile(file).write(csv());
    }
}
