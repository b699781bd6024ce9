package io.ssdlab.core.table;

import io.ssdlab.core.store.AtomicFile;
import io.ssdlab.core.store.RunRecord;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import tech.tablesaw.api.Table;

/**
 * An ablation table with its notes, ready to be printed.
 *
 * @param table what to report
 */
public record AblationReport(AblationTable table) {

    private static final String CLASS_PATH = "java.class.path";

    /**
     * Gets ready. When Tablesaw is first used, it looks for its readers and writers through all libraries of the class path,
     * which takes as long as many a table: meanwhile it is shown its own alone. To be called before anything else looks at
     * the class path.
     */
    public static void prepare() {
        Optional<String> own = Optional.ofNullable(
                        Table.class.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(location -> Path.of(URI.create(location.toString())).toString());
        String whole = System.getProperty(CLASS_PATH);
        try {
            own.ifPresent(jar -> System.setProperty(CLASS_PATH, jar));
            Table.create();
        } finally {
            System.setProperty(CLASS_PATH, whole);
        }
    }

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
