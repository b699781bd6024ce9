package io.ssdlab.core.run;

import com.google.inject.Injector;
import io.ssdlab.coco.CocoDetections;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.core.evaluate.Evaluation;
import io.ssdlab.core.evaluate.ImageResamples;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.ConfigIdentity;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.core.store.MetricIdentity;
import io.ssdlab.core.store.MetricScores;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.core.store.ScoredRun;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.spi.evaluation.Metric;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an experiment's metrics say of stored runs: read where it is stored, else made from the run's detections and
 * stored. A new metric, or a metric's new version, so costs no training. Without engine and without the data set.
 * Thread-safe.
 */
public final class StoredScores {

    private final RunStore store;
    private final Map<MetricIdentity, Metric> metrics;

    private StoredScores(RunStore store, Map<MetricIdentity, Metric> metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    /**
     * For the metrics of an experiment.
     *
     * @param plugins {@link ComponentRegistry#injector}
     * @param components of the experiment
     */
    public static StoredScores of(Injector plugins, Experiment experiment, Components components, RunStore store) {
        ComponentRegistry registry = plugins.getInstance(ComponentRegistry.class);
        Map<MetricIdentity, Metric> metrics = new LinkedHashMap<>();
        experiment
                .metrics()
                .forEach(choice -> metrics.put(
                        identity(choice, registry), components.metrics().get(choice.name())));
        return new StoredScores(store, metrics);
    }

    private static MetricIdentity identity(ComponentChoice choice, ComponentRegistry registry) {
        InstalledPlugin plugin =
                registry.find(choice.kind(), choice.name()).orElseThrow().plugin();
        return new MetricIdentity(
                choice.name(),
                ConfigIdentity.settingsJson(choice),
                plugin.name(),
                plugin.build(),
                ImageResamples.METHOD);
    }

    /** A run with all its scores. */
    public ScoredRun of(RunRecord run) {
        Map<String, MetricScores> scores = new LinkedHashMap<>();
        Detected detected = new Detected(store, run);
        metrics.forEach((identity, metric) -> scores.put(
                identity.name(), store.scores(run, identity).orElseGet(() -> score(run, identity, metric, detected))));
        return new ScoredRun(run, scores);
    }

    private MetricScores score(RunRecord run, MetricIdentity identity, Metric metric, Detected detected) {
        Evaluation evaluation = detected.evaluation();
        MetricScores scores = new MetricScores(identity, evaluation.score(metric), evaluation.resampled(metric));
        store.writeScores(run, scores);
        return scores;
    }

    /** The detections of a run, read when the first metric asks for them. For one thread. */
    private static final class Detected {

        private final RunStore store;
        private final RunRecord run;
        private Optional<Evaluation> evaluation = Optional.empty();

        Detected(RunStore store, RunRecord run) {
            this.store = store;
            this.run = run;
        }

        Evaluation evaluation() {
            if (evaluation.isEmpty()) {
                FinishedRun files = store.files(run);
                CocoGroundTruth groundTruth = CocoGroundTruth.read(whole(files, files.groundTruthFile()));
                evaluation = Optional.of(new Evaluation(
                        groundTruth, CocoDetections.read(whole(files, files.detectionsFile()), groundTruth)));
            }
            return evaluation.get();
        }

        private static Path whole(FinishedRun files, Path file) {
            if (!files.isWhole(file)) {
                throw new StorageException(
                        file.toString(),
                        "is missing or damaged, so the run cannot be scored",
                        "ssdlab runs gc removes the run; then run it again");
            }
            return file;
        }
    }
}
