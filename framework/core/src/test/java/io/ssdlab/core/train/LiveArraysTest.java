package io.ssdlab.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.core.data.AugmentedSamples;
import io.ssdlab.core.data.BatchLoader;
import io.ssdlab.core.data.BatchTargets;
import io.ssdlab.core.data.ColouredSquares;
import io.ssdlab.core.data.GridPriors;
import io.ssdlab.core.data.RandomStreams;
import io.ssdlab.core.data.SampleEncoder;
import io.ssdlab.core.data.TargetEncoder;
import io.ssdlab.core.data.image.InputEncoder;
import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.detect.BoxCoding;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.TinyBackbone;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.Preprocessing.ChannelOrder;
import io.ssdlab.spi.training.DetectionLoss;
import io.ssdlab.spi.training.LossTerms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a step makes on the device goes with the step: the arrays that live after it are as many as after the one before. */
@Tag("engine")
final class LiveArraysTest {

    private static final int STEPS = 200;
    private static final InputSize INPUT = new InputSize(32, 32);
    private static final Preprocessing PIXELS = new Preprocessing(ChannelOrder.BGR, 20, 20, 20, 0.02f);

    private static final DetectionLoss LOSS = (predictions, targets) -> {
        NDArray offsets = predictions.boxOffsets();
        NDArray location = offsets.sub(offsets.getManager().create(targets.offsets(), offsets.getShape()))
                .square()
                .mean();
        NDArray confidence = predictions.classLogits().square().mean();
        return new LossTerms(location.add(confidence), Map.of("location", location, "confidence", confidence));
    };

    @TempDir
    Path folder;

    @Test
    void twoHundredStepsLeaveNothing() {
        try (NDManager manager = NDManager.newBaseManager()) {
            List<Integer> live = liveAfterSteps(manager, LOSS);

            assertThat(live).hasSize(STEPS).containsOnly(live.get(0));
            // Weights and velocities at least.
            assertThat(live.get(0)).isGreaterThan(4);
        }
    }

    @Test
    void anArrayThatOutlivesItsStepIsCounted() {
        try (NDManager manager = NDManager.newBaseManager()) {
            DetectionLoss leaking = (predictions, targets) -> {
                manager.zeros(new Shape(1));
                return LOSS.loss(predictions, targets);
            };

            List<Integer> live = liveAfterSteps(manager, leaking);

            assertThat(live.get(STEPS - 1) - live.get(0)).isEqualTo(STEPS - 1);
        }
    }

    /** How many arrays of the whole engine live after each step. */
    private List<Integer> liveAfterSteps(NDManager manager, DetectionLoss loss) {
        TinyBackbone backbone = new TinyBackbone();
        DetectorLayout layout = DetectorLayout.of(backbone, GridPriors.ofSide(0.35f), INPUT, Set.of());
        DetectorNetwork network = DetectorNetwork.create(backbone, layout, 2, manager, new RandomStreams(7).weights());
        TargetEncoder targets = new TargetEncoder(new BoxCoder(layout.priors(), BoxCoding.CENTRE_SIZE));
        SampleEncoder encoder = new SampleEncoder(
                new AugmentedSamples(ColouredSquares.in(folder, 4), List.of(), true),
                GridPriors.matcher(),
                targets,
                new InputEncoder(INPUT, PIXELS));
        Sgd optimiser = new Sgd(network.parameters(), manager, 0.9, 0.0005, new ParameterMultipliers(2, 0, 1));
        TrainingStep step =
                new TrainingStep(manager, network, BatchTargets.by(GridPriors.matcher(), targets), loss, optimiser);
        List<Integer> live = new ArrayList<>();
        try (BatchLoader loader = new BatchLoader(encoder, new RandomStreams(1), 2, 2, 2, 0)) {
            new TrainingLoop(loader, step, new LearningRateSchedule(0.001, 0.1, List.of(), 0))
                    .run(
                            0,
                            STEPS,
                            done -> false,
                            metrics -> live.add(manager.getParentManager()
                                    .getManagedArrays()
                                    .size()));
        }
        return live;
    }
}
