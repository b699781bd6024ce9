package io.ssdlab.cli.command;

import io.ssdlab.core.table.AblationReport;
import io.ssdlab.core.table.TableTrace;

/**
 * A table that was just written.
 *
 * @param report the table
 * @param trace where its numbers are from
 */
record WrittenTable(AblationReport report, TableTrace trace) {

    String markdown() {
        return report.markdown();
    }
}
