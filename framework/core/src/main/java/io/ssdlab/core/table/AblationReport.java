package io.ssdlab.core.table;

import io.ssdlab.core.store.AtomicFile;
import io.ssdlab.core.store.RunRecord;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;

/**
 * An ablation table with its notes, ready to be printed.
 *
 * @param table what to report
 */
public record AblationReport(AblationTable table) {

    /** The report in a format. */
    public String text(TableFormat format) {
        return format.text(table);
    }

    /** The report as Markdown. */
    public String markdown() {
        return text(TableFormat.MARKDOWN);
    }

    /**
     * Where the numbers are from.
     *
     * @param origins of the table's runs; may be asked from several threads
     */
    public TableTrace trace(Function<RunRecord, RunOrigin> origins) {
        return new Tracer(table, origins).trace();
    }

    /**
     * Writes {@code NAME.md}, {@code NAME.csv}, {@code NAME.tex} and {@code NAME.html}, each in UTF-8 and replaced as a
     * whole.
     *
     * @param name of the files, without an extension
     */
    public void write(Path folder, String name) {
        Arrays.stream(TableFormat.values())
                .parallel()
                .forEach(format -> new AtomicFile(folder.resolve(name + "." + format.extension())).write(text(format)));
    }
}
