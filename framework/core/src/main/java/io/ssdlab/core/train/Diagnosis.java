package io.ssdlab.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import io.ssdlab.core.data.EncodedSample;
import io.ssdlab.core.data.TrainingBatch;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.store.Divergence;
import io.ssdlab.core.store.StepMetrics;
import io.ssdlab.core.store.TensorNorms;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.training.Matching;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at a training that has gone wrong: at the last batch, at the state of every parameter, and at what the network
 * makes of the batch now. Copies everything to the host, so it is for the end of a run. Runs on the thread of the network.
 */
final class Diagnosis {

    private static final String VALUE = "value";
    private static final String GRADIENT = "gradient";

    private final NDManager manager;
    private final DetectorNetwork network;
    private final Map<String, NDArray> velocities;

    /** @param velocities of the learnt parameters, by their names */
    Diagnosis(NDManager manager, DetectorNetwork network, Map<String, NDArray> velocities) {
        this.manager = manager;
        this.network = network;
        this.velocities = velocities;
    }

    /** Whether every parameter is finite. One sum a parameter: too dear for every step, cheap beside a checkpoint. */
    boolean parametersAreFinite() {
        for (Parameter parameter : network.parameters().values()) {
            try (NDArray sum = parameter.getArray().sum()) {
                if (!Float.isFinite(sum.getFloat())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What can be told after a step on a batch. */
    @SuppressWarnings("try") // the collector works by being open
    Divergence after(StepMetrics step, TrainingBatch batch) {
        Map<String, Map<String, TensorNorms>> parameters = new LinkedHashMap<>();
        network.parameters().forEach((name, parameter) -> parameters.put(name, norms(name, parameter)));
        Map<String, TensorNorms> activations = new LinkedHashMap<>();
        // MXNet normalises batches in training only while gradients are recorded.
        try (NDManager scope = manager.newSubManager();
                GradientCollector recording = manager.getEngine().newGradientCollector()) {
            network.activations(batch.pixels(scope, network.layout().input()))
                    .forEach((name, map) -> activations.put(name, TensorNorms.of(map.toFloatArray())));
        }
        return new Divergence(
                step.iteration(),
                step.learningRate(),
                step.loss(),
                step.terms(),
                suspect(step, activations, parameters),
                batch.samples().stream().map(Diagnosis::seen).toList(),
                activations,
                parameters);
    }

    private Map<String, TensorNorms> norms(String name, Parameter parameter) {
        Map<String, TensorNorms> norms = new LinkedHashMap<>();
        norms.put(VALUE, TensorNorms.of(parameter.getArray().toFloatArray()));
        if (parameter.requiresGradient()) {
            try (NDArray gradient = parameter.getArray().getGradient()) {
                norms.put(GRADIENT, TensorNorms.of(gradient.toFloatArray()));
            }
        }
        Optional.ofNullable(velocities.get(name))
                .ifPresent(velocity -> norms.put("velocity", TensorNorms.of(velocity.toFloatArray())));
        return norms;
    }

    /** In the order in which trouble spreads: from a weight through the maps to the loss, and from there back. */
    private static String suspect(
            StepMetrics step, Map<String, TensorNorms> activations, Map<String, Map<String, TensorNorms>> parameters) {
        Optional<String> value = names(parameters, VALUE).stream().findFirst();
        if (value.isPresent()) {
            return "the values of " + value.get();
        }
        Optional<String> map = activations.entrySet().stream()
                .filter(activation -> !activation.getValue().allFinite())
                .map(Map.Entry::getKey)
                .findFirst();
        if (map.isPresent()) {
            return "the activations of " + map.get();
        }
        // A loss that is NaN makes every gradient NaN, which tells nothing.
        List<String> gradients = names(parameters, GRADIENT);
        return Double.isFinite(step.loss()) && !gradients.isEmpty()
                ? "the gradient of " + gradients.get(gradients.size() - 1)
                : "the loss itself, of finite predictions";
    }

    /** The learnt parameters with a part that is not finite: running statistics merely follow the activations. */
    private static List<String> names(Map<String, Map<String, TensorNorms>> parameters, String part) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue().containsKey(GRADIENT)
                        && !parameter.getValue().get(part).allFinite())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Divergence.SeenImage seen(EncodedSample sample) {
        int[] assignments = sample.matching().map(Matching::assignments).orElseGet(() -> new int[0]);
        List<Divergence.Match> matches = new ArrayList<>();
        int ignored = 0;
        for (int prior = 0; prior < assignments.length; prior++) {
            int object = assignments[prior];
            if (object >= 0) {
                matches.add(new Divergence.Match(
                        prior, object, sample.objects().get(object).label()));
            } else if (object == Matching.IGNORED) {
                ignored++;
            }
        }
        return new Divergence.SeenImage(
                sample.imageId(),
                sample.objects().stream().map(Diagnosis::seen).toList(),
                matches.size(),
                ignored,
                matches);
    }

    private static Divergence.SeenObject seen(GroundTruth object) {
        CornerBox box = object.box();
        return new Divergence.SeenObject(
                object.label(), object.difficult(), List.of(box.xMin(), box.yMin(), box.xMax(), box.yMax()));
    }
}
