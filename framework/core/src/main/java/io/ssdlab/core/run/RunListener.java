package io.ssdlab.core.run;

import io.ssdlab.core.store.LearningCurve;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.ScoredRun;
import io.ssdlab.core.store.StepMetrics;
import io.ssdlab.core.train.InitialWeights;
import java.util.List;

/** Told how runs go, on the thread that runs them. */
public interface RunListener extends CellListener {

    /** The run is in the store already and is not repeated. */
    void reused(RunRecord run);

    /** Something was mended on the way (a box clipped to its image, say). */
    void warned(String warning);

    /** The network has taken weights to start from. */
    void initialised(InitialWeights.Outcome weights);

    /**
     * Checkpoints are damaged, so that steps are done again.
     *
     * @param damaged the iterations after which they were written, newest first
     * @param goesOnAfter the iteration after which the run goes on, 0 if it starts anew
     */
    void damaged(List<Long> damaged, int goesOnAfter);

    /** Training begins, or goes on. */
    void started(RunStart start);

    /** A training step is done. */
    void stepped(StepMetrics metrics);

    /** The test split was scored after some steps; training goes on. */
    void scored(LearningCurve.Point point);

    /** Training is over; detection on the test split begins. */
    void detecting(int images);

    /** {@code images} of the test split are done. */
    void detected(int images);

    /** The run is stored and scored. */
    void finished(ScoredRun run);
}
