package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.inject.Injector;
import io.ssdlab.cli.CliRun;
import io.ssdlab.core.coverage.TrainingObjects;
import io.ssdlab.core.data.RandomStreams;
import io.ssdlab.core.data.image.ImageDecoder;
import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.ExperimentFiles;
import io.ssdlab.core.experiment.ModelComponents;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import io.ssdlab.core.run.EngineSession;
import io.ssdlab.core.run.LossFocus;
import io.ssdlab.core.run.LossProbe;
import io.ssdlab.spi.data.DataCache;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.training.Matching;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hard negatives of {@code ssdlab explain --figures}. */
@Tag("engine")
class HardNegativesTest {

    @TempDir
    private Path folder;

    /** The loss's gradients against the rule itself: three for each positive, those least sure to be background. */
    @Test
    void gradientsTellTheNegativesThatTheRuleChooses() {
        TinyExperiment tiny = TinyExperiment.in(folder, TinyExperiment.SHAPES);
        Injector plugins =
                ComponentRegistry.injector(InstalledPlugin.discover(getClass().getClassLoader()));
        Experiment experiment = new ExperimentFiles(plugins.getInstance(ComponentRegistry.class), folder, Map.of())
                .load(List.of(tiny.file()), List.of())
                .get(tiny.file())
                .base();
        Components components = Components.of(plugins, experiment, new DataCache(folder.resolve("data")));
        DetectorLayout layout =
                new ModelComponents(components.backbone(), components.priors()).layout(experiment.model());
        Dataset split = components.trainDataset().read();
        Image image = new ImageDecoder().decode("first", split.images().get(0).file());
        List<GroundTruth> objects =
                TrainingObjects.of(split, true).images().get(0).groundTruths();
        int classes = split.classes().size();
        Engine engine = Engine.getInstance();
        EngineSession session = new EngineSession(
                EngineName.named(engine.getEngineName()).orElseThrow(), engine, engine.defaultDevice(), Map.of());

        LossFocus focus =
                new LossProbe(experiment, components, layout, classes, Optional.empty()).on(image, objects, session);

        float[] background = backgroundProbabilities(experiment, components, layout, classes, image, engine);
        int[] assignments = focus.matching().assignments();
        assertThat(focus.matching().positives()).isPositive();
        Map<Boolean, List<Integer>> negatives = IntStream.range(0, assignments.length)
                .filter(prior -> assignments[prior] == Matching.BACKGROUND)
                .boxed()
                .collect(Collectors.partitioningBy(prior -> focus.pulls()[prior] > 0));
        assertThat(negatives.get(true)).hasSize(3 * focus.matching().positives());
        double surest = negatives.get(true).stream()
                .mapToDouble(prior -> background[prior])
                .max()
                .orElseThrow();
        // Empty corners of the picture look the same to the network but for rounding.
        assertThat(negatives.get(false)).allMatch(prior -> background[prior] >= surest - 1e-6);
    }

    private static float[] backgroundProbabilities(
            Experiment experiment,
            Components components,
            DetectorLayout layout,
            int classes,
            Image image,
            Engine engine) {
        float[] pixels = new float[experiment.model().inputEncoder().values()];
        experiment.model().inputEncoder().write(image, pixels, 0);
        try (NDManager manager = engine.newBaseManager()) {
            DetectorNetwork network = DetectorNetwork.create(
                    components.backbone(), layout, classes, manager, new RandomStreams(1).weights());
            NDArray logits = network.forward(
                            manager.create(
                                    pixels,
                                    new Shape(
                                            1,
                                            layout.input().height(),
                                            layout.input().width(),
                                            3)),
                            false)
                    .classLogits();
            return logits.softmax(2).get(":, :, 0").toFloatArray();
        }
    }

    @Test
    void showsThoseBeforeAndAfterARun() throws IOException {
        TinyExperiment tiny = TinyExperiment.in(folder, TinyExperiment.SHAPES);
        CliRun trained = tiny.ssdlab("run", "--set", "training.iterations=2");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        String run = tiny.run("results", TinyExperiment.RUN).getFileName().toString();

        CliRun untrained = tiny.ssdlab("explain", "--figures", "untrained");
        CliRun both = tiny.ssdlab("explain", "--figures", "both", "--run", run);
        CliRun other = tiny.ssdlab("explain", "--figures", "other", "--run", run, "--set", "model.heads=separable");

        assertThat(untrained.err()).contains("wrote untrained/hard-negatives.png");
        assertThat(both.exitCode()).as(both.err()).isZero();
        assertThat(width("both")).isGreaterThan(width("untrained"));
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("--run: the run " + run + " is of another model");
        assertThat(folder.resolve("other")).doesNotExist();
    }

    private int width(String figures) throws IOException {
        return ImageIO.read(
                        folder.resolve(figures).resolve("hard-negatives.png").toFile())
                .getWidth();
    }
}
