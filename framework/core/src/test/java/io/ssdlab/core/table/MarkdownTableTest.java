package io.ssdlab.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class MarkdownTableTest {

    @Test
    void alignsColumnsSoThatItReadsAsPlainText() {
        Table table = Table.create("t")
                .addColumns(
                        StringColumn.create("row", "full", "a|b\nc"),
                        StringColumn.create("38x38", "✓", ""),
                        StringColumn.create("mAP", "75.3 ± 1.4", "missing"));
        assertThat(new MarkdownTable(table, Set.of("mAP")).render()).isEqualTo("""
                | row    | 38x38 |        mAP |
                | ------ | ----- | ---------: |
                | full   | ✓     | 75.3 ± 1.4 |
                | a\\|b c |       |    missing |
                """);
    }

    @Test
    void showsATableWithoutRows() {
        Table table = Table.create("t").addColumns(StringColumn.create("a"));
        assertThat(new MarkdownTable(table, Set.of()).render()).isEqualTo("| a   |\n| --- |\n");
    }
}
