package io.ssdlab.report.page;

import io.ssdlab.core.store.StepMetrics;
import io.ssdlab.report.figure.Markup;
import java.util.List;
import java.util.Map;

/**
 * The page of the runs in progress: how far each is, and its curves so far; in the end, what became of them.
 *
 * @param runs those in progress, or in the end those that were; may be empty
 * @param stage of following them
 * @param made when, for people
 */
record LivePage(List<StoredRun> runs, Stage stage, String made) {

    /** How far following the runs has come. */
    enum Stage {
        /** The page is written again and again. */
        FOLLOWED,
        /** It was interrupted, with runs in progress or not. */
        LEFT,
        /** No run is in progress any more, and the whole report is written. */
        REPORTED
    }

    LivePage {
        runs = List.copyOf(runs);
    }

    String title() {
        return switch (stage) {
            case FOLLOWED -> runs.isEmpty() ? "Between two runs" : "In progress";
            case LEFT -> "Not followed any more";
            case REPORTED -> "No run is in progress any more";
        };
    }

    Markup body() {
        Markup body = new Markup();
        body.element("h1", title());
        body.element("p", words(), "class", "soft");
        if (stage == Stage.REPORTED) {
            body.open("p").element("a", "The whole report", "href", Links.FROM_INDEX.to(Links.INDEX));
            body.close("p");
        }
        if (runs.size() > 1) {
            body.open("ul");
            runs.forEach(run -> body.open("li")
                    .element("a", name(run), "href", "#" + run.name())
                    .text(": step %d of %d".formatted(done(run), run.summary().iterations()))
                    .close("li"));
            body.close("ul");
        }
        runs.forEach(run -> run(body, run));
        return body;
    }

    private String words() {
        String asOf = "As of %s.".formatted(made);
        return switch (stage) {
            case FOLLOWED ->
                runs.isEmpty() ? asOf + " No run is in progress at the moment: the next one shows here." : asOf;
            case LEFT -> asOf + " 'ssdlab report --follow' follows runs again, 'ssdlab report' shows all of them.";
            case REPORTED -> asOf;
        };
    }

    private void run(Markup body, StoredRun run) {
        String name = name(run);
        body.open("h2", "id", run.name());
        if (stage == Stage.REPORTED) {
            body.element("a", name, "href", Links.FROM_INDEX.to(Links.runFile(run.name())));
        } else {
            body.text(name);
        }
        body.close("h2");
        body.element("p", progress(run), "class", "lead");
        if (run.isRunning()) {
            body.element(
                    "progress",
                    "",
                    "max",
                    Long.toString(Math.max(1, run.summary().iterations())),
                    "value",
                    Long.toString(done(run)),
                    "aria-label",
                    "training steps of " + name);
        }
        body.add(ProblemList.of("This run is not whole:", run.problems()));
        new TrainingCurves(Map.of(run.label(), List.of(run)))
                .charts()
                .forEach(chart ->
                        body.element("h3", chart.title()).add(chart.figure().onPage()));
    }

    private static String name(StoredRun run) {
        return "%s: %s".formatted(run.summary().experiment(), run.label());
    }

    private static long done(StoredRun run) {
        return run.steps().isEmpty()
                ? 0
                : run.steps().get(run.steps().size() - 1).iteration();
    }

    private static String progress(StoredRun run) {
        if (run.steps().isEmpty()) {
            return "No training step is done yet.";
        }
        StepMetrics last = run.steps().get(run.steps().size() - 1);
        if (!run.isRunning()) {
            return RootText.of(
                    "%s, step %,d of %,d.",
                    run.summary().state(), last.iteration(), run.summary().iterations());
        }
        String then = last.iteration() == run.summary().iterations()
                ? " Training is done; the test images are detected on and scored."
                : "";
        return RootText.of(
                "Step %,d of %,d; loss %.3f, learning rate %.2g, %.1f images per second, %.0f %% of the time waiting for data.%s",
                last.iteration(),
                run.summary().iterations(),
                last.loss(),
                last.learningRate(),
                last.imagesPerSecond(),
                100 * last.waitingShare(),
                then);
    }
}
