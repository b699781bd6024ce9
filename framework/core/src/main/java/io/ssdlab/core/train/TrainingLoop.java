package io.ssdlab.core.train;

import io.ssdlab.core.data.BatchLoader;
import io.ssdlab.core.data.TrainingBatch;
import io.ssdlab.core.store.StepMetrics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** Steps through batches until the last iteration, telling a listener of each. Runs on the thread of the network. */
public final class TrainingLoop {

    private final BatchLoader loader;
    private final TrainingStep step;
    private final LearningRateSchedule schedule;
    private final Diagnosis diagnosis;

    public TrainingLoop(BatchLoader loader, TrainingStep step, LearningRateSchedule schedule) {
        this.loader = loader;
        this.step = step;
        this.schedule = schedule;
        this.diagnosis = step.diagnosis();
    }

    /** Told of every finished step, on the training thread. */
    @FunctionalInterface
    public interface Listener {

        /** After a step; what the metrics call its iteration counts from 1. */
        void stepped(StepMetrics metrics);
    }

    /**
     * Trains from iteration {@code first} (counted from 0; where the loader's first batch belongs) up to, not including,
     * {@code end}, or until it is to pause.
     *
     * @param pause asked after each step, with the number of iterations done
     * @return the number of iterations done
     * @throws DivergedException as soon as a loss is not finite; also if a parameter is not after the last step, so that no
     *     such state is stored. In between, gradients that are not finite show in the next step's loss: to look at them in
     *     every step would cost a pass over all of them
     */
    public int run(int first, int end, IntPredicate pause, Listener listener) {
        for (int iteration = first; iteration < end; iteration++) {
            long started = System.nanoTime();
            Duration waitedBefore = loader.waited();
            TrainingBatch batch = loader.next();
            double learningRate = schedule.at(iteration);
            Map<String, Float> values = new LinkedHashMap<>(step.run(batch, learningRate));
            double nanos = System.nanoTime() - started;
            float loss = values.remove(TrainingStep.TOTAL);
            Map<String, Double> terms = new LinkedHashMap<>();
            values.forEach((name, value) -> terms.put(name, (double) value));
            StepMetrics metrics = new StepMetrics(
                    iteration + 1,
                    loss,
                    terms,
                    learningRate,
                    batch.samples().size() / (nanos / 1e9),
                    loader.waited().minus(waitedBefore).toNanos() / nanos);
            listener.stepped(metrics);
            boolean last = pause.test(iteration + 1) || iteration + 1 == end;
            if (!Float.isFinite(loss) || (last && !diagnosis.parametersAreFinite())) {
                throw new DivergedException(diagnosis.after(metrics, batch));
            }
            if (last) {
                return iteration + 1;
            }
        }
        return end;
    }
}
