package io.ssdlab.report.page;

import io.ssdlab.core.table.AblationRow;
import io.ssdlab.core.table.PublishedNumber;
import io.ssdlab.core.table.RowTrace;
import io.ssdlab.core.table.RunTrace;
import io.ssdlab.report.figure.Markup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of an experiment; each number tells, under a pointer or with the keyboard, where it is from. */
record TraceTable(TracedTable table) {

    private static final Map<String, String> HEADS =
            Map.of("images-per-second", "images/s", "parameters", "parameters");
    private static final double MANY = 1000;

    Markup markup() {
        List<RowTrace> rows = table.trace().rows();
        Set<String> factors = rows.stream()
                .flatMap(row -> row.factors().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> columns = rows.stream()
                .flatMap(row -> row.values().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> published = rows.stream()
                .flatMap(row -> row.published().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, RowVerdict> verdicts = table.verdicts().stream()
                .collect(Collectors.toMap(verdict -> verdict.row().name(), verdict -> verdict));
        Markup markup = new Markup();
        markup.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", "table");
        markup.open("table").open("thead").open("tr");
        markup.element("th", "row", "scope", "col");
        factors.forEach(factor -> markup.element("th", factor, "scope", "col"));
        columns.forEach(column -> markup.element("th", head(column), "scope", "col", "class", "number"));
        published.forEach(
                column -> markup.element("th", head(column) + " published", "scope", "col", "class", "number"));
        if (!verdicts.isEmpty()) {
            markup.element("th", "beside the reference", "scope", "col");
        }
        markup.close("tr").close("thead").open("tbody");
        for (RowTrace row : rows) {
            markup.open("tr").element("th", row.row(), "scope", "row");
            factors.forEach(factor -> factor(markup, row.factors().getOrDefault(factor, "")));
            columns.forEach(column -> number(markup, row, column));
            published.forEach(column -> published(markup, row.published().get(column)));
            if (!verdicts.isEmpty()) {
                verdict(markup, verdicts.get(row.name()));
            }
            markup.close("tr");
        }
        return markup.close("tbody").close("table").close("div");
    }

    private String head(String column) {
        boolean score = column.equals(TracedTable.SCORE) && !table.metric().isEmpty();
        return score ? "mAP (%s)".formatted(table.metric()) : HEADS.getOrDefault(column, column);
    }

    private static void factor(Markup markup, String cell) {
        if (cell.equals(AblationRow.TICK)) {
            markup.open("td", "class", "tick");
            markup.element("span", cell, "aria-hidden", "true").element("span", "yes", "class", "said");
            markup.close("td");
        } else {
            markup.element("td", cell);
        }
    }

    private static void published(Markup markup, PublishedNumber number) {
        markup.element("td", number == null ? "" : plain(number.value()), "class", "number soft");
    }

    private static void verdict(Markup markup, RowVerdict verdict) {
        String mark =
                switch (verdict.standing()) {
                    case BETTER -> "better";
                    case WORSE -> "worse";
                    case INDISTINGUISHABLE -> "unsure";
                    case REFERENCE, UNKNOWN -> "none";
                };
        markup.open("td", "class", "verdict")
                .element("span", verdict.brief(), "class", mark)
                .close("td");
    }

    private void number(Markup markup, RowTrace row, String column) {
        RowTrace.Value value = row.values().get(column);
        if (value == null) {
            markup.element("td", row.state(), "class", "number soft");
            return;
        }
        markup.open("td", "class", "number");
        markup.element("span", text(value), "class", "traced", "tabindex", "0");
        markup.open("div", "class", "trace", "role", "note");
        markup.open("p").element("b", row.row() + ": " + head(column) + " " + text(value));
        markup.text("; " + row.state()).close("p");
        row.seeds().forEach(seed -> seed(markup, seed, column));
        markup.open("p").text("Made anew by ");
        markup.element("code", table.trace().commands().run()).close("p");
        markup.close("div").close("td");
    }

    private static void seed(Markup markup, RunTrace seed, String column) {
        markup.open("p").text("Seed " + seed.seed() + ": ");
        if (seed.run().isEmpty()) {
            markup.text(seed.note().isEmpty() ? seed.state() : seed.state() + ", " + seed.note());
        } else {
            Double number = seed.numbers().get(column);
            markup.text(number == null ? "" : plain(number) + ", ");
            markup.element("a", "run " + shortId(seed), "href", Links.FROM_FOLDER.to(Links.runFile(folder(seed))));
            markup.text(", %s, %s%s"
                    .formatted(
                            seed.finished(),
                            seed.engine(),
                            seed.commit().isEmpty() ? "" : ", commit " + seed.commit()));
        }
        markup.close("p");
    }

    static String shortId(RunTrace seed) {
        return seed.run().substring(0, Math.min(8, seed.run().length()));
    }

    /** The name of the run's folder. */
    static String folder(RunTrace seed) {
        return seed.directory().substring(seed.directory().lastIndexOf('/') + 1);
    }

    private static String text(RowTrace.Value value) {
        return Double.isNaN(value.deviation())
                ? plain(value.mean())
                : plain(value.mean()) + " \u00b1 " + plain(value.deviation());
    }

    private static String plain(double value) {
        if (Double.isNaN(value)) {
            return "undefined";
        }
        return value == Math.rint(value) && Math.abs(value) >= MANY
                ? RootText.of("%,.0f", value)
                : RootText.of("%.1f", value);
    }
}
