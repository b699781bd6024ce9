package io.ssdlab.benchmark.overhead;

import ai.djl.ndarray.NDManager;
import io.ssdlab.benchmark.PaperExperiment;
import io.ssdlab.benchmark.Timings;
import io.ssdlab.benchmark.peer.RandomPictures;
import io.ssdlab.core.data.AugmentedSamples;
import io.ssdlab.core.data.BatchLoader;
import io.ssdlab.core.data.BatchTargets;
import io.ssdlab.core.data.RandomStreams;
import io.ssdlab.core.data.SampleEncoder;
import io.ssdlab.core.data.TargetEncoder;
import io.ssdlab.core.data.TrainingBatch;
import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.ModelComponents;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.train.LearningRateSchedule;
import io.ssdlab.core.train.Sgd;
import io.ssdlab.core.train.TrainingLoop;
import io.ssdlab.core.train.TrainingStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** The paper's SSD300 on one network, trained by our loop and by a plain one by turns. */
final class TwoLoops implements AutoCloseable {

    private static final int CLASSES = 20;

    /** So small that drawn weights do not diverge. */
    private static final double LEARNING_RATE = 1e-6;

    private final BatchLoader loader;
    private final TrainingLoop ours;
    private final PlainStep plain;
    private final TrainingBatch ready;
    private final float momentum;
    private final float decay;

    /** Prepares both. Our loop decodes and matches its pictures, without augmentation; the plain one has a batch. */
    TwoLoops(PaperExperiment paper, NDManager manager, int batch, Path folder) throws IOException {
        Experiment settings = paper.experiment();
        Components components = paper.components();
        DetectorLayout layout =
                new ModelComponents(components.backbone(), components.priors()).layout(settings.model());
        SplittableRandom random = new SplittableRandom(1);
        DetectorNetwork network = DetectorNetwork.create(components.backbone(), layout, CLASSES, manager, random);
        TargetEncoder targets =
                new TargetEncoder(new BoxCoder(layout.priors(), settings.model().boxCoding()));
        SampleEncoder encoder = new SampleEncoder(
                new AugmentedSamples(
                        new RandomPictures(random, layout.input().width(), CLASSES).annotated(2 * batch, folder),
                        List.of(),
                        true),
                components.matcher(),
                targets,
                settings.model().inputEncoder());
        momentum = (float) settings.training().optimiser().momentum();
        decay = (float) settings.training().optimiser().weightDecay();
        loader = new BatchLoader(encoder, new RandomStreams(1), batch, 1, 1, 0);
        TrainingStep step = new TrainingStep(
                manager,
                network,
                BatchTargets.by(components.matcher(), targets),
                components.loss(),
                new Sgd(
                        network.parameters(),
                        manager,
                        momentum,
                        decay,
                        settings.training().optimiser().multipliers()));
        ours = new TrainingLoop(loader, step, new LearningRateSchedule(LEARNING_RATE, 1, List.of(), 0));
        plain = new PlainStep(manager, network, components.loss());
        ready = loader.next();
    }

    /** Steps by turns; ours is timed from the end of a plain step to its listener. */
    void run(int rounds, Timings ofOurs, Timings ofPlain) {
        long[] since = {System.nanoTime()};
        // The loop looks at all weights after its last step: that one is not timed.
        ours.run(0, rounds + 1, done -> false, metrics -> {
            if (metrics.iteration() <= rounds) {
                long stepped = System.nanoTime();
                ofOurs.add(stepped - since[0]);
                plain.run(ready, (float) LEARNING_RATE, momentum, decay);
                since[0] = System.nanoTime();
                ofPlain.add(since[0] - stepped);
            }
        });
    }

    @Override
    public void close() {
        loader.close();
    }
}
