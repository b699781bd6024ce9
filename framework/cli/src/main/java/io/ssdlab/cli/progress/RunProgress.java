package io.ssdlab.cli.progress;

import io.ssdlab.core.run.PlannedCell;
import io.ssdlab.core.run.RunListener;
import io.ssdlab.core.run.RunStart;
import io.ssdlab.core.store.LearningCurve;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.ScoredRun;
import io.ssdlab.core.store.StepMetrics;
import io.ssdlab.core.train.InitialWeights;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Tells on the error stream how runs go. Close it when no run is to come. */
public final class RunProgress implements RunListener, AutoCloseable {

    private static final double PERCENT = 100;

    /** Of many names as many are listed. */
    private static final int NAMED = 12;

    private final PrintStream err;
    private final ProgressMeter meter;
    private final WarningTally warnings;
    private final int runs;
    private final BiConsumer<String, Throwable> failures;
    private int run;
    private SmoothedValue loss = new SmoothedValue();
    private SmoothedValue secondsAnImage = new SmoothedValue();
    private SmoothedValue waiting = new SmoothedValue();
    private int iterations;

    /**
     * Tells nothing yet.
     *
     * @param terminalColumns the width of the terminal that {@code err} is; empty if it is none
     * @param runs how many there are to come
     * @param failures tells what failed, and of what
     */
    public RunProgress(PrintStream err, OptionalInt terminalColumns, int runs, BiConsumer<String, Throwable> failures) {
        this.err = err;
        this.meter = ProgressMeter.on(err, terminalColumns);
        this.warnings = new WarningTally(err);
        this.runs = runs;
        this.failures = failures;
    }

    @Override
    public void reused(RunRecord stored) {
        warnings.flush();
        err.println("%s reused, run %s".formatted(next(stored.row(), stored.seed()), stored.shortId()));
    }

    @Override
    public void waiting(PlannedCell cell) {
        warnings.flush();
        err.println("ssdlab: %s: another process works on it; waiting for it when the others are done"
                .formatted(name(cell)));
    }

    @Override
    public void failed(PlannedCell cell, Throwable failure) {
        meter.end();
        warnings.flush();
        failures.accept(name(cell) + ": ", failure);
    }

    private static String name(PlannedCell cell) {
        return "%s, seed %d".formatted(cell.row().name(), cell.seed());
    }

    @Override
    public void warned(String warning) {
        warnings.add(warning);
    }

    @Override
    public void initialised(InitialWeights.Outcome weights) {
        warnings.flush();
        err.println("initial weights: %d tensors from %s; drawn: %s"
                .formatted(weights.taken().size(), weights.file(), listed(weights.drawn())));
        if (!weights.unknownClasses().isEmpty()) {
            err.println("    drawn for classes that they do not know: " + listed(weights.unknownClasses()));
        }
        if (!weights.left().isEmpty()) {
            err.println("    left in the file: " + listed(weights.left()));
        }
    }

    /** Names, the heads' many shortened to a number. */
    private static String listed(List<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? first : "%s and %d more".formatted(first, names.size() - NAMED);
    }

    @Override
    public void damaged(List<Long> iterations, int goesOnAfter) {
        warnings.flush();
        String which = iterations.stream().map(String::valueOf).collect(Collectors.joining(" and "));
        err.println("ssdlab: the %s damaged: the run %s"
                .formatted(
                        iterations.size() == 1
                                ? "checkpoint after iteration %s is".formatted(which)
                                : "checkpoints after iterations %s are".formatted(which),
                        goesOnAfter > 0 ? "goes on after iteration " + goesOnAfter : "starts anew"));
    }

    @Override
    public void started(RunStart start) {
        warnings.flush();
        err.println(String.format(
                Locale.ROOT,
                "%s %d training and %d test images, %d classes, %d prior boxes, %.2f million parameters%s",
                next(start.row(), start.seed()),
                start.trainImages(),
                start.testImages(),
                start.classes(),
                start.boxes(),
                start.parameters() / 1e6,
                start.firstIteration() > 0 ? "; goes on after iteration " + start.firstIteration() : ""));
        loss = new SmoothedValue();
        secondsAnImage = new SmoothedValue();
        waiting = new SmoothedValue();
        iterations = start.iterations();
        meter.begin("  train", start.firstIteration(), iterations);
    }

    @Override
    public void stepped(StepMetrics metrics) {
        loss.add(metrics.loss());
        secondsAnImage.add(1 / metrics.imagesPerSecond());
        waiting.add(metrics.waitingShare());
        meter.advance(
                metrics.iteration(),
                String.format(
                        Locale.ROOT,
                        "loss %.3f, %.1f images/s, %.0f %% waiting",
                        loss.mean(),
                        1 / secondsAnImage.mean(),
                        PERCENT * waiting.mean()));
    }

    @Override
    public void scored(LearningCurve.Point point) {
        meter.end();
        err.println("  after %d: %s"
                .formatted(
                        point.iteration(),
                        point.scores().entrySet().stream()
                                .map(score -> percent(score.getKey(), score.getValue()))
                                .collect(Collectors.joining(", "))));
        if (point.iteration() < iterations) {
            meter.begin("  train", point.iteration(), iterations);
        }
    }

    private static String percent(String metric, double score) {
        return String.format(Locale.ROOT, "%s %.1f", metric, PERCENT * score);
    }

    @Override
    public void detecting(int images) {
        meter.begin("  detect", 0, images);
    }

    @Override
    public void detected(int images) {
        meter.advance(images, "");
    }

    @Override
    public void finished(ScoredRun scored) {
        meter.end();
        String scores = scored.metrics().entrySet().stream()
                .map(score -> percent(score.getKey(), score.getValue().scores().value()))
                .collect(Collectors.joining(", "));
        err.println("  %s, run %s".formatted(scores, scored.run().shortId()));
    }

    /** Ends what a failure may have left on the screen. */
    @Override
    public void close() {
        meter.end();
        warnings.flush();
    }

    private String next(String row, long seed) {
        run++;
        return "[%d/%d] %s, seed %d:".formatted(run, runs, row, seed);
    }
}
