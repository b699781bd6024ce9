package io.ssdlab.report.page;

import io.ssdlab.core.store.RunName;
import io.ssdlab.report.figure.IntervalStrip;
import io.ssdlab.report.figure.Markup;
import io.ssdlab.report.figure.Standing;
import io.ssdlab.spi.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The first page: which change did what, in a table of words and in a figure for each experiment.
 *
 * @param experiments those with a table that compares rows first
 * @param problems what is damaged or unfinished
 * @param made when, for people
 */
record IndexPage(List<ExperimentEntry> experiments, List<Problem> problems, String made) {

    private static final int SHOWN = 2;
    private static final Links LINKS = Links.FROM_INDEX;

    Markup body() {
        Markup body = new Markup();
        body.element("h1", "Which change helped, by how much, and how sure that is");
        long runs = experiments.stream()
                .flatMap(entry -> entry.runs().stream())
                .distinct()
                .count();
        body.element(
                "p",
                "%d experiments, %d runs; made %s. Differences are in points of each experiment's metric, beside its reference row, with 95 %% intervals."
                        .formatted(experiments.size(), runs, made),
                "class",
                "soft");
        if (!problems.isEmpty()) {
            body.open("p", "class", "alert")
                    .text("Of what is in the results folder, %d %s not whole: "
                            .formatted(problems.size(), problems.size() == 1 ? "thing is" : "things are"));
            body.element("a", "which, why, and what to do", "href", "#not-whole")
                    .text(".")
                    .close("p");
        }
        List<ExperimentEntry> compared =
                experiments.stream().filter(IndexPage::isCompared).toList();
        List<ExperimentEntry> others =
                experiments.stream().filter(entry -> !isCompared(entry)).toList();
        if (compared.isEmpty()) {
            body.element(
                    "p",
                    "No table with a reference row is stored yet: 'ssdlab run FILE' or 'ssdlab table FILE' makes one.");
        } else {
            verdicts(body, compared);
            compared.forEach(entry -> figure(body, entry));
        }
        if (!others.isEmpty()) {
            others(body, others);
        }
        if (!problems.isEmpty()) {
            body.element("h2", "Not whole", "id", "not-whole");
            body.add(ProblemList.of("Left out of figures, as far as they cannot be read:", problems));
        }
        return body;
    }

    private static boolean isCompared(ExperimentEntry entry) {
        return entry.table().filter(table -> !table.verdicts().isEmpty()).isPresent();
    }

    private static void verdicts(Markup body, List<ExperimentEntry> compared) {
        body.open("table", "class", "verdicts").open("thead").open("tr");
        double[] ends = ends(compared);
        body.element("th", "Experiment", "scope", "col");
        body.element(
                "th",
                RootText.of("%s to %s points", RowVerdict.signed(ends[0]), RowVerdict.signed(ends[1])),
                "scope",
                "col");
        for (String head : List.of("Helped", "Hurt", "Indistinguishable")) {
            body.element("th", head, "scope", "col");
        }
        body.close("tr").close("thead").open("tbody");
        for (ExperimentEntry entry : compared) {
            TracedTable table = entry.table().orElseThrow();
            body.open("tr").open("th", "scope", "row");
            body.element("a", entry.title(), "href", "#" + anchor(entry));
            body.element("small", setting(table), "class", "soft").close("th");
            body.open("td").add(strip(table, ends).figure().drawingOnPage()).close("td");
            cell(body, table.verdicts(Standing.BETTER), "better");
            cell(body, table.verdicts(Standing.WORSE), "worse");
            cell(body, table.verdicts(Standing.INDISTINGUISHABLE), "unsure");
            body.close("tr");
        }
        body.close("tbody").close("table");
    }

    /** The metric, and of how many seeds the reference row is. */
    private static String setting(TracedTable table) {
        return table.verdicts().stream()
                .filter(verdict -> verdict.standing() == Standing.REFERENCE)
                .map(verdict -> "%s; reference \u201c%s\u201d, %s"
                        .formatted(
                                table.metric().isEmpty() ? TracedTable.SCORE : table.metric(),
                                verdict.row().row(),
                                verdict.seeds()))
                .findFirst()
                .orElse("");
    }

    private static IntervalStrip strip(TracedTable table, double[] ends) {
        return new IntervalStrip(
                table.title(),
                table.verdicts().stream()
                        .filter(verdict -> verdict.standing() != Standing.REFERENCE)
                        .map(RowVerdict::figureRow)
                        .toList(),
                ends[0],
                ends[1]);
    }

    /** The least and the most that an interval of any table reaches to, 0 between them. */
    private static double[] ends(List<ExperimentEntry> compared) {
        double[] ends = compared.stream()
                .flatMap(entry -> entry.table().orElseThrow().verdicts().stream())
                .flatMapToDouble(verdict -> DoubleStream.of(verdict.low(), verdict.high(), verdict.difference()))
                .filter(Double::isFinite)
                .toArray();
        double low = DoubleStream.of(ends).min().orElse(0);
        double high = DoubleStream.of(ends).max().orElse(0);
        return new double[] {Math.min(-1, low), Math.max(1, high)};
    }

    private static void cell(Markup body, List<RowVerdict> verdicts, String mark) {
        body.open("td");
        if (verdicts.isEmpty()) {
            body.element("p", "none", "class", "none");
        }
        verdicts.stream().limit(SHOWN).forEach(verdict -> {
            body.open("p", "class", mark).element("b", verdict.row().row()).text(" ");
            body.element("span", verdict.brief()).close("p");
        });
        if (verdicts.size() > SHOWN) {
            body.element("p", "and %d more".formatted(verdicts.size() - SHOWN), "class", "none");
        }
        body.close("td");
    }

    static String anchor(ExperimentEntry entry) {
        return "experiment-" + RunName.pathElement(entry.key());
    }

    private static void figure(Markup body, ExperimentEntry entry) {
        TracedTable table = entry.table().orElseThrow();
        body.open("section").open("h2", "id", anchor(entry));
        body.element("a", entry.title(), "href", LINKS.to(Links.experimentFile(entry.key())))
                .close("h2");
        body.element("p", TableVerdict.of(table), "class", "lead");
        table.chart().ifPresent(chart -> body.add(chart.figure().onPage()));
        body.close("section");
    }

    private static void others(Markup body, List<ExperimentEntry> others) {
        body.element("h2", "Without a comparison");
        body.element("p", "Runs that no table with a reference row is of.", "class", "soft");
        body.open("div", "class", "scroll").open("table").open("thead").open("tr");
        body.element("th", "experiment", "scope", "col").element("th", "row", "scope", "col");
        body.element("th", "score", "scope", "col", "class", "number").element("th", "runs", "scope", "col");
        body.close("tr").close("thead").open("tbody");
        for (ExperimentEntry entry : others) {
            for (Map.Entry<String, List<StoredRun>> row : entry.rows().entrySet()) {
                body.open("tr").open("th", "scope", "row");
                body.element("a", entry.title(), "href", LINKS.to(Links.experimentFile(entry.key())))
                        .close("th");
                body.element("td", row.getKey());
                body.element("td", scores(row.getValue()), "class", "number").open("td");
                row.getValue().forEach(run -> RunLinks.link(body, run, LINKS));
                body.close("td").close("tr");
            }
        }
        body.close("tbody").close("table").close("div");
    }

    private static String scores(List<StoredRun> runs) {
        return runs.stream()
                .map(StoredRun::summary)
                .filter(run -> !Double.isNaN(run.score()))
                .map(run -> RootText.of("%.1f %s", 100 * run.score(), run.metric()))
                .collect(Collectors.joining(", "));
    }
}
