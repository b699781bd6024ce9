package io.ssdlab.core.table;

import java.io.StringWriter;
import tech.tablesaw.io.csv.CsvWriteOptions;
import tech.tablesaw.io.csv.CsvWriter;

/** {@link AblationTable#values} as CSV. */
record CsvText(AblationTable table) {

    String render() {
        StringWriter text = new StringWriter();
        new CsvWriter()
                .write(
                        table.values(),
                        CsvWriteOptions.builder(text).lineEnd("\n").build());
        return text.toString();
    }
}
