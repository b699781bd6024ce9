package io.ssdlab.report.page;

import io.ssdlab.core.store.MetricScores;
import io.ssdlab.core.store.RunSummary;
import io.ssdlab.core.store.StepMetrics;
import io.ssdlab.report.diagnosis.RunDiagnosis;
import io.ssdlab.report.diagnosis.Sensitivity;
import io.ssdlab.report.figure.LineChart;
import io.ssdlab.report.figure.Markup;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page of a run: what it scored, where it errs, on which images, and how it trained.
 *
 * @param run what is stored of it
 * @param diagnosis what its detections tell; empty if it is not finished and whole
 * @param gallery its images; empty without a diagnosis
 * @param experiments that show it; may be empty
 */
record RunPage(
        StoredRun run, Optional<RunDiagnosis> diagnosis, Optional<Markup> gallery, List<ExperimentEntry> experiments) {

    /** More panels than that are folded. */
    private static final int MANY_CLASSES = 24;

    /** What the page has, by the ids of its headings. */
    private static final Map<String, String> SECTIONS = sectionNames();

    private static Map<String, String> sectionNames() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("errors", "Errors");
        names.put("images", "Images");
        names.put("sizes", "Size and shape");
        names.put("curves", "Precision and recall");
        names.put("confusion", "Confusion");
        names.put("calibration", "Scores");
        names.put("training", "Training");
        return Collections.unmodifiableMap(names);
    }

    Markup body() {
        Markup body = new Markup();
        body.element("h1", run.label());
        body.add(RunLinks.trail(experiments, run.summary().experiment()));
        body.add(ProblemList.of("This run is not whole:", run.problems()));
        facts(body);
        diagnosis.ifPresent(found -> body.add(sections()));
        diagnosis.ifPresent(found -> errors(body, found));
        gallery.ifPresent(body::add);
        diagnosis.ifPresent(found -> measures(body, found));
        List<LineChart> charts = new TrainingCurves(Map.of(run.label(), List.of(run))).charts();
        if (!charts.isEmpty()) {
            body.element("h2", "How it trained", "id", "training");
            charts.forEach(chart ->
                    body.element("h3", chart.title()).add(chart.figure().onPage()));
        }
        return body;
    }

    private static Markup sections() {
        Markup nav = new Markup().open("nav", "class", "sections", "aria-label", "On this page");
        SECTIONS.forEach((id, name) -> nav.element("a", name, "href", "#" + id).text(" "));
        return nav.close("nav");
    }

    private void facts(Markup body) {
        RunSummary summary = run.summary();
        body.open("dl", "class", "facts");
        for (MetricScores scores : run.scores()) {
            fact(
                    body,
                    scores.metric().name(),
                    "%s percent"
                            .formatted(DiagnosisFigures.percent(scores.scores().value())));
        }
        if (run.finished().isPresent() && run.scores().isEmpty()) {
            fact(body, "score", "none is stored: 'ssdlab run FILE' with its experiment makes it from the detections");
        }
        fact(body, "state", summary.state());
        fact(body, "training steps", "%d of %d".formatted(done(), summary.iterations()));
        fact(body, "engine", summary.engine());
        run.folder().record().ifPresent(record -> {
            fact(body, "prior boxes", RootText.of("%,d", record.outcome().boxes()));
            fact(body, "parameters", RootText.of("%,d", record.outcome().parameters()));
            fact(
                    body,
                    "images per second",
                    RootText.of(
                            "%.1f: %s",
                            record.outcome().inference().imagesPerSecond(),
                            record.outcome().inference().includes()));
        });
        fact(body, "when", PageTime.of(summary.when()));
        fact(body, "id", summary.id());
        fact(body, "all of it", "ssdlab runs show " + run.name());
        body.close("dl");
    }

    private long done() {
        List<StepMetrics> steps = run.steps();
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).iteration();
    }

    private static void fact(Markup body, String name, String value) {
        if (!value.isEmpty()) {
            body.element("dt", name).element("dd", value);
        }
    }

    private static void errors(Markup body, RunDiagnosis found) {
        DiagnosisFigures figures = new DiagnosisFigures(found);
        body.element("h2", "Where it errs", "id", "errors");
        body.element(
                "p",
                "AP at IoU %s: %s. %s."
                        .formatted(
                                found.settings().foregroundIou(),
                                DiagnosisFigures.percent(found.errors().averagePrecision()),
                                found.rule().description()),
                "class",
                "soft");
        body.element(
                "p",
                "All false positives together cost %s points of AP, all misses %s (TIDE; Bolya et al. 2020)."
                        .formatted(
                                DiagnosisFigures.percent(found.errors().falsePositiveDeltaAp()),
                                DiagnosisFigures.percent(found.errors().falseNegativeDeltaAp())));
        body.add(figures.errors().onPage());
    }

    private static void measures(Markup body, RunDiagnosis found) {
        DiagnosisFigures figures = new DiagnosisFigures(found);
        body.element("h2", "By size and shape", "id", "sizes").open("div", "class", "columns");
        for (Sensitivity sensitivity : found.sensitivities()) {
            body.open("div")
                    .element("h3", "By %s".formatted(sensitivity.grouping().replace('-', ' ')));
            body.add(figures.sensitivity(sensitivity).onPage()).close("div");
        }
        body.close("div");
        boolean folded = found.classes().size() > MANY_CLASSES;
        body.element("h2", "Precision and recall", "id", "curves");
        body.element("p", "Each class at all scores; a ring where its F1 is best.", "class", "soft");
        if (folded) {
            body.open("details")
                    .element("summary", "%d classes".formatted(found.classes().size()));
        }
        body.add(figures.precisionRecall().onPage());
        if (folded) {
            body.close("details");
        }
        body.element("h2", "What is taken for what", "id", "confusion");
        body.element(
                "p",
                RootText.of(
                        "Detections of a score of %.2f or more at IoU %s; the fuller a colour, the larger the share of its line.",
                        found.confusion().score(), found.confusion().iou()),
                "class",
                "soft");
        body.add(figures.confusion().onPage());
        body.element("h2", "Scores beside the truth", "id", "calibration")
                .add(figures.calibration().onPage());
    }
}
