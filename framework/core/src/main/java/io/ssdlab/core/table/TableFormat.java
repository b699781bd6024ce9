package io.ssdlab.core.table;

/** What a table is written as. */
public enum TableFormat {
    /** Markdown that reads well as plain text too. */
    MARKDOWN("md") {
        @Override
        String text(AblationTable table) {
            return new MarkdownText(table).render();
        }
    },
    /** Comma-separated values for computing: a line for each row, numbers as numbers. */
    CSV("csv") {
        @Override
        String text(AblationTable table) {
            return new CsvText(table).render();
        }
    },
    /** A LaTeX table of the package booktabs. */
    LATEX("tex") {
        @Override
        String text(AblationTable table) {
            return new LatexText(table).render();
        }
    },
    /** A page that needs no other file. */
    HTML("html") {
        @Override
        String text(AblationTable table) {
            return new HtmlText(table).render();
        }
    };

    private final String extension;

    TableFormat(String extension) {
        this.extension = extension;
    }

    /** Of the files, without a dot; also what the command line calls the format. */
    public String extension() {
        return extension;
    }

    /** A table in this format; labels and whatever else is not ours is escaped. */
    abstract String text(AblationTable table);
}
