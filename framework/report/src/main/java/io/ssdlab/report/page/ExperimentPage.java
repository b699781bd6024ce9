package io.ssdlab.report.page;

import io.ssdlab.report.figure.IntervalChart;
import io.ssdlab.report.figure.LineChart;
import io.ssdlab.report.figure.Markup;
import io.ssdlab.spi.Problem;
import java.util.List;
import java.util.Map;

/**
 * The page of an experiment: its figure, its table, how its runs trained, and the way to each of them.
 *
 * @param entry what it shows
 * @param comparisons those that have a page, in the order of the rows, with a sentence each
 * @param coverage what its prior boxes can match
 */
record ExperimentPage(ExperimentEntry entry, Map<RunPair, String> comparisons, CoverageSection coverage) {

    private static final Links LINKS = Links.FROM_FOLDER;

    Markup body() {
        Markup body = new Markup();
        body.element("h1", entry.title());
        entry.table().ifPresent(table -> {
            body.element(
                    "p",
                    "Experiment %s, on %s; scores in percent."
                            .formatted(table.trace().experiment(), table.trace().engine()),
                    "class",
                    "soft");
            if (table.chart().isPresent()) {
                body.element("p", TableVerdict.of(table), "class", "lead");
                IntervalChart chart = table.chart().get();
                body.add(chart.figure().onPage(chart.narrowFigure()));
            }
        });
        List<Problem> problems =
                entry.runs().stream().flatMap(run -> run.problems().stream()).toList();
        body.add(ProblemList.of("Runs of this experiment that are not whole:", problems));
        entry.table().ifPresent(table -> {
            body.element("h2", "Table");
            body.element(
                    "p",
                    "A dotted line under a number: point at it, or go there with the Tab key, to see the runs that it is from. A click keeps them in view; Escape closes them.",
                    "class",
                    "soft");
            body.add(new TraceTable(table).markup());
        });
        comparisons(body);
        body.add(coverage.markup());
        List<LineChart> charts = new TrainingCurves(entry.rows()).charts();
        if (!charts.isEmpty()) {
            body.element("h2", "How the runs trained");
            charts.forEach(chart ->
                    body.element("h3", chart.title()).add(chart.figure().onPage()));
        }
        runs(body);
        entry.table().ifPresent(table -> commands(body, table));
        return body;
    }

    private void comparisons(Markup body) {
        if (comparisons.isEmpty()) {
            return;
        }
        body.element("h2", "Image by image, beside the reference").open("ul");
        comparisons.forEach((pair, words) -> {
            body.open("li").element("a", pair.secondLabel(), "href", LINKS.to(pair.file()));
            body.text(": " + words).close("li");
        });
        body.close("ul");
    }

    private void runs(Markup body) {
        body.element("h2", "Runs").open("ul");
        entry.rows().forEach((row, runs) -> {
            body.open("li").text(row + ": ");
            runs.forEach(run -> RunLinks.link(body, run, LINKS));
            body.close("li");
        });
        body.close("ul");
    }

    private static void commands(Markup body, TracedTable table) {
        body.element("h2", "Made by").open("p");
        body.element("code", table.trace().commands().run()).empty("br");
        body.element("code", table.trace().commands().table()).close("p");
    }
}
