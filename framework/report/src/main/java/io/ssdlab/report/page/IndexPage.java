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
        List<ExperimentEntry> compared =
                experiments.stream().filter(IndexPage::isCompared).toList();
        List<ExperimentEntry> others =
                experiments.stream().filter(entry -> !isCompared(entry)).toList();
        if (compared.isEmpty()) {
            made(body);
            body.element(
                    "p",
                    "No table with a reference row is stored yet: 'ssdlab run FILE' or 'ssdlab table FILE' makes one.");
        } else {
            new OverallVerdict(compared).sentences().forEach(line -> body.element("p", line, "class", "lead"));
            made(body);
            key(body, compared);
            verdicts(body, compared);
            compared.forEach(entry -> figure(body, entry));
        }
        if (!others.isEmpty()) {
            others(body, others);
        }
        if (!problems.isEmpty()) {
            body.element("h2", "Not whole", "id", "not-whole");
            body.add(ProblemList.of("Damaged, unfinished or not of this store; everything else is shown:", problems));
        }
        return body;
    }

    private void made(Markup body) {
        long runs = experiments.stream()
                .flatMap(entry -> entry.runs().stream())
                .distinct()
                .count();
        body.open("p", "class", "soft")
                .text("%d experiment%s, %d run%s; made %s."
                        .formatted(
                                experiments.size(),
                                experiments.size() == 1 ? "" : "s",
                                runs,
                                runs == 1 ? "" : "s",
                                made));
        if (!problems.isEmpty()) {
            body.text(" ")
                    .element(
                            "a",
                            "%d %s not whole: which, why, and what to do"
                                    .formatted(problems.size(), problems.size() == 1 ? "thing is" : "things are"),
                            "href",
                            "#not-whole",
                            "class",
                            "worse");
        }
        body.close("p");
    }

    /** What the marks and numbers of the table mean. */
    private static void key(Markup body, List<ExperimentEntry> compared) {
        body.open("ul", "class", "marks");
        body.element("li", "helped: the interval lies above 0", "class", "better");
        body.element("li", "hurt: it lies below 0", "class", "worse");
        body.element("li", "indistinguishable: it holds 0", "class", "unsure");
        body.close("ul");
        boolean alone = compared.stream()
                .flatMap(entry -> entry.table().orElseThrow().verdicts().stream())
                .anyMatch(RowVerdict::isOfImagesAlone);
        body.element(
                "p",
                "Each row beside the reference row of its experiment, in points: percent of the metric, which is a mean average precision. In brackets the 95 % interval; one of twenty such intervals misses the true difference."
                        + (alone
                                ? " Of one seed, it is of the test images alone: another seed may tell otherwise."
                                : ""),
                "class",
                "soft");
    }

    private static boolean isCompared(ExperimentEntry entry) {
        return entry.table().filter(table -> !table.verdicts().isEmpty()).isPresent();
    }

    private static void verdicts(Markup body, List<ExperimentEntry> compared) {
        body.open("table", "class", "verdicts").open("thead").open("tr");
        double[] ends = ends(compared);
        body.element("th", "Experiment", "scope", "col");
        body.open("th", "scope", "col").text("Difference, points");
        body.add(new IntervalStrip("Axis of the differences", List.of(), ends[0], ends[1])
                        .scale()
                        .drawingOnPage())
                .close("th");
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
        if (verdicts.isEmpty()) {
            body.open("td", "class", "empty")
                    .element("p", "none", "class", "none")
                    .close("td");
            return;
        }
        body.open("td");
        verdicts.stream().limit(SHOWN).forEach(verdict -> {
            body.open("p", "class", mark).element("b", verdict.row().row()).text(" ");
            body.element("span", verdict.brief() + (verdict.isOfImagesAlone() ? ", one seed" : ""))
                    .close("p");
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
        table.chart().ifPresent(chart -> body.add(chart.figure().onPage(chart.narrowFigure())));
        body.close("section");
    }

    private static void others(Markup body, List<ExperimentEntry> others) {
        body.element("h2", "Without a comparison");
        body.element("p", "Runs that no table with a reference row is of.", "class", "soft");
        body.open(
                "div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", "runs without a comparison");
        body.open("table").open("thead").open("tr");
        body.element("th", "experiment", "scope", "col").element("th", "row", "scope", "col");
        body.element("th", "score, percent", "scope", "col").element("th", "runs", "scope", "col");
        body.close("tr").close("thead").open("tbody");
        for (ExperimentEntry entry : others) {
            boolean first = true;
            for (Map.Entry<String, List<StoredRun>> row : entry.rows().entrySet()) {
                body.open("tr");
                if (first) {
                    String rows = Integer.toString(entry.rows().size());
                    body.open("th", "scope", "rowgroup", "rowspan", rows);
                    body.element("a", entry.title(), "href", LINKS.to(Links.experimentFile(entry.key())))
                            .close("th");
                    first = false;
                }
                body.element("td", row.getKey());
                body.element("td", scores(row.getValue())).open("td");
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
                .map(run -> RootText.of("%.1f (%s)", 100 * run.score(), run.metric()))
                .collect(Collectors.joining(", "));
    }
}
