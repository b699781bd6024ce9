package io.ssdlab.core.train;

import io.ssdlab.core.data.BatchLoader;
import io.ssdlab.core.data.TrainingBatch;
import io.ssdlab.core.store.StepMetrics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Steps through batches until the last iteration, telling a listener of each. Runs on the thread of the network. */
public final class TrainingLoop {

    private final BatchLoader loader;
    private final TrainingStep step;
    private final LearningRateSchedule schedule;

    public TrainingLoop(BatchLoader loader, TrainingStep step, LearningRateSchedule schedule) {
        this.loader = loader;
        this.step = step;
        this.schedule = schedule;
    }

    /** Told of every finished step, on the training thread. */
    @FunctionalInterface
    public interface Listener {

        /** After a step; what the metrics call its iteration counts from 1. */
        void stepped(StepMetrics metrics);
    }

    /**
     * Trains from iteration {@code first} (counted from 0; where the loader's first batch belongs) up to, not including,
     * {@code end}.
     *
     * @throws DivergedException as soon as a loss is not finite
     */
    public void run(int first, int end, Listener listener) {
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
            listener.stepped(new StepMetrics(
                    iteration + 1,
                    loss,
                    terms,
                    learningRate,
                    batch.imageIds().size() / (nanos / 1e9),
                    loader.waited().minus(waitedBefore).toNanos() / nanos));
            if (!Float.isFinite(loss)) {
                throw new DivergedException(iteration + 1, loss, learningRate, batch.imageIds());
            }
        }
    }
}
