package io.ssdlab.report.page;

import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.core.store.LearningCurve;
import io.ssdlab.core.store.MetricScores;
import io.ssdlab.core.store.RunFolder;
import io.ssdlab.core.store.RunSummary;
import io.ssdlab.core.store.StepMetrics;
import io.ssdlab.spi.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a report knows of a stored run without looking at its detections.
 *
 * @param folder where it lies, and its state
 * @param summary of it
 * @param steps what training measured, so far
 * @param learningCurve its scores along the way; empty if that was not asked for
 * @param scores under all metrics
 * @param problems what is wrong with it, with remedies; empty of a run that is whole
 */
record StoredRun(
        RunFolder folder,
        RunSummary summary,
        List<StepMetrics> steps,
        List<LearningCurve.Point> learningCurve,
        List<MetricScores> scores,
        List<Problem> problems) {

    StoredRun {
        steps = List.copyOf(steps);
        learningCurve = List.copyOf(learningCurve);
        scores = List.copyOf(scores);
        problems = List.copyOf(problems);
    }

    /** The folder's name, which the run goes by. */
    String name() {
        return folder.name();
    }

    boolean isRunning() {
        return folder.state() == RunFolder.State.RUNNING;
    }

    /** Whether it has a page: all runs of this store do. */
    boolean hasPage() {
        return folder.state() != RunFolder.State.FOREIGN;
    }

    /** The run with its files, if it is finished and whole. */
    Optional<FinishedRun> finished() {
        return folder.state() == RunFolder.State.FINISHED && problems.isEmpty()
                ? folder.record().map(record -> new FinishedRun(record, folder.path()))
                : Optional.empty();
    }

    /** The row that it is of, as people read it. */
    String label() {
        String row = summary.row().isEmpty() ? name() : summary.row();
        return summary.seed().isEmpty() ? row : row + ", seed " + summary.seed();
    }

    /** The same run with something wrong with it. */
    StoredRun with(List<Problem> more) {
        return new StoredRun(
                folder,
                summary,
                steps,
                learningCurve,
                scores,
                Stream.concat(problems.stream(), more.stream()).toList());
    }

    /** Whether it is in the same folder: comparing all that is measured takes long. */
    @Override
    public boolean equals(Object other) {
        return other instanceof StoredRun run && folder.path().equals(run.folder.path());
    }

    @Override
    public int hashCode() {
        return folder.path().hashCode();
    }
}
