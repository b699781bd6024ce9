package io.ssdlab.report.page;

import io.ssdlab.core.store.StepMetrics;
import io.ssdlab.report.figure.Markup;
import java.util.List;
import java.util.Map;

/**
 * The page of the runs in progress: how far each is, and its curves so far.
 *
 * @param running may be empty
 * @param made when, for people
 */
record LivePage(List<StoredRun> running, String made) {

    LivePage {
        running = List.copyOf(running);
    }

    Markup body() {
        Markup body = new Markup();
        body.element("h1", running.isEmpty() ? "No run is in progress any more" : "In progress");
        body.element("p", "As of %s.".formatted(made), "class", "soft");
        if (running.isEmpty()) {
            body.open("p").element("a", "The whole report", "href", Links.FROM_INDEX.to(Links.INDEX));
            body.close("p");
        }
        for (StoredRun run : running) {
            body.element("h2", "%s: %s".formatted(run.summary().experiment(), run.label()));
            body.element("p", progress(run), "class", "lead");
            body.add(ProblemList.of("This run cannot be read as it should:", run.problems()));
            new TrainingCurves(Map.of(run.label(), List.of(run)))
                    .charts()
                    .forEach(chart ->
                            body.element("h3", chart.title()).add(chart.figure().onPage()));
        }
        return body;
    }

    private static String progress(StoredRun run) {
        if (run.steps().isEmpty()) {
            return "No training step is done yet.";
        }
        StepMetrics last = run.steps().get(run.steps().size() - 1);
        return RootText.of(
                "Step %,d of %,d; loss %.3f, learning rate %.2g, %.1f images per second, %.0f %% of the time waiting for data.",
                last.iteration(),
                run.summary().iterations(),
                last.loss(),
                last.learningRate(),
                last.imagesPerSecond(),
                100 * last.waitingShare());
    }
}
