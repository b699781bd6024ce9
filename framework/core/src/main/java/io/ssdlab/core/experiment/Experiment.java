package io.ssdlab.core.experiment;

import io.ssdlab.core.engine.DeviceName;
import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentKind;
import io.ssdlab.spi.Setting;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One experiment, fully resolved: everything that a run needs to know beside its seed. The records of this package are the
 * keys of experiment files.
 *
 * @param engine empty to take the installation's
 * @param data absolute
 * @param metrics each name once
 */
public record Experiment(
        @Setting("Its name in tables and folders; the file's name if left out.")
        String name,

        @Setting(value = "What it is about, in a sentence.", defaultsTo = "''")
        String description,

        @NameOf(NameOf.Resource.RECIPE) @Setting("The published recipe that it is held against; none if left out.")
        Optional<String> recipe,

        @Setting("The DJL engine; the installation's default if left out.")
        Optional<EngineName> engine,

        @Setting(value = "Where the network runs: auto, cpu, gpu0 and so on.", defaultsTo = "auto")
        DeviceName device,

        @Setting(value = "One run for each seed.", defaultsTo = "[1]")
        List<Long> seeds,

        @Setting(value = "The folder of the data sets.", defaultsTo = "${env:SSDLAB_DATA:-.}")
        Path data,

        DatasetSettings dataset,
        ModelSettings model,
        TrainingSettings training,
        DetectionSettings detection,

        @Chosen(ComponentKind.METRIC)
        @Setting(value = "The metrics; the first is the one that tables show.", defaultsTo = "[voc07]")
        List<ComponentChoice> metrics,

        LoaderSettings loader) {

    public Experiment {
        seeds = List.copyOf(seeds);
        metrics = List.copyOf(metrics);
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name is blank");
        }
        if (seeds.isEmpty() || new HashSet<>(seeds).size() != seeds.size()) {
            throw new IllegalArgumentException("seeds " + seeds + ": give at least one, each once");
        }
        List<String> names = metrics.stream().map(ComponentChoice::name).toList();
        if (names.isEmpty() || new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("metrics " + names + ": give at least one, each once");
        }
    }

    /** The components that training and detection go through: all but the metrics, which only look at what came out. */
    public List<ComponentChoice> producing() {
        return Stream.of(
                        dataset.train().parts().stream(),
                        dataset.test().parts().stream(),
                        Stream.of(model.backbone(), model.priors(), training.matcher(), training.loss()),
                        training.augment().stream())
                .flatMap(choices -> choices)
                .toList();
    }

    /** This experiment on the engine that was finally chosen. */
    public Experiment onEngine(EngineName chosen) {
        return new Experiment(
                name,
                description,
                recipe,
                Optional.of(chosen),
                device,
                seeds,
                data,
                dataset,
                model,
                training,
                detection,
                metrics,
                loader);
    }
}
