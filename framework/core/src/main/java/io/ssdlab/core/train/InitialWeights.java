package io.ssdlab.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.HeadTensors;
import io.ssdlab.core.model.ParameterRows;
import io.ssdlab.core.weights.ClassRows;
import io.ssdlab.core.weights.WeightsFile;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.weights.HostTensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weights that training starts from (paper section 3, "Base network"): a safetensors file whose tensors bear the names of
 * the network's layers, {@code conv1_1.weight} and so on: imported from another tool, or a checkpoint of ours. What the
 * network has and the file has not keeps the weights that it drew.
 *
 * <p>If the file says which classes its logits are for, those of the data set take the logits of the classes of their names
 * (as the paper does to fine-tune a detector of COCO's classes on VOC's, section 3.1); classes that the file does not know
 * keep drawn ones. If it says what pixels it was trained on, the experiment must give the same.
 *
 * <p>The file is untrusted: its size is bounded, and nothing in it is executed.
 */
public final class InitialWeights {

    private static final String REMEDY =
            "give a safetensors file with tensors such as conv1_1.weight, or take training.initial-weights away to start"
                    + " from drawn weights (--set training.initial-weights=)";

    /** What a checkpoint holds beside weights. */
    private static final String VELOCITY = ".velocity";

    private static final String ITERATION = "iteration";

    private final Path file;
    private final HeadStart heads;
    private final Map<String, String> classNames;

    /**
     * Reads nothing yet.
     *
     * @param classNames what a class of the data set is called in the file, where that differs; those that the data set does
     *     not have are passed over, so that one map serves parts of a data set
     */
    public InitialWeights(Path file, HeadStart heads, Map<String, String> classNames) {
        this.file = file;
        this.heads = heads;
        this.classNames = Map.copyOf(classNames);
    }

    /**
     * What became of a network's tensors.
     *
     * @param file that was read
     * @param taken names of the tensors that the file had
     * @param drawn names of those that it had not
     * @param left names of tensors of the file that the network has not
     * @param unknownClasses of the data set, whose logits are drawn
     */
    public record Outcome(
            Path file, List<String> taken, List<String> drawn, List<String> left, List<String> unknownClasses) {

        public Outcome {
            taken = List.copyOf(taken);
            drawn = List.copyOf(drawn);
            left = List.copyOf(left);
            unknownClasses = List.copyOf(unknownClasses);
        }
    }

    /**
     * Checks, without an engine, that there is a file to read.
     *
     * @throws InvalidInputException if there is not
     */
    public static void requireFile(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(
                    file.toString(),
                    "is a folder, not a file of initial weights",
                    "if it is a model of another tool, import it first: 'ssdlab weights import'");
        }
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(file.toString(), "no such file of initial weights", REMEDY);
        }
    }

    /**
     * Overwrites the tensors of a network that the file has.
     *
     * @param classes of the data set, the names of the labels 1..classes
     * @param preprocessing of the experiment
     * @throws InvalidInputException if it is no safetensors file, if a tensor has another shape or type than the
     *     network's, if it has none of the network's, wants other pixels, or does not know a class by the name given
     */
    public Outcome into(DetectorNetwork network, List<String> classes, Preprocessing preprocessing) {
        requireFile(file);
        try (WeightsFile weights = WeightsFile.open(file)) {
            List<Problem> problems = new ArrayList<>();
            weights.note()
                    .flatMap(note -> new WantedPixels(file, note.sheet().preprocessing()).problem(preprocessing))
                    .ifPresent(problems::add);
            List<String> known =
                    weights.note().map(note -> note.sheet().classes()).orElse(List.of());
            requireNames(known, problems);
            Optional<ClassRows> rows = Optional.of(known)
                    .filter(given -> !given.isEmpty())
                    .map(given -> ClassRows.of(classes, given, classNames));
            Map<String, HostTensor> taken = new LinkedHashMap<>();
            List<String> drawn = new ArrayList<>();
            network.tensors().forEach((name, place) -> {
                if (heads.draws(name, network.headTensors())
                        || weights.shape(name).isEmpty()) {
                    drawn.add(name);
                } else {
                    fitted(weights, network, name, place, rows, problems).ifPresent(tensor -> taken.put(name, tensor));
                }
            });
            if (taken.isEmpty() && problems.isEmpty()) {
                problems.add(new Problem(
                        file.toString(),
                        "none of its %d tensors is one of the network's"
                                .formatted(weights.names().size()),
                        REMEDY));
            }
            if (!problems.isEmpty()) {
                throw new InvalidInputException(problems);
            }
            taken.forEach((name, tensor) -> {
                ParameterRows place = network.tensors().get(name);
                place.write(array(network, place), tensor.values());
            });
            List<String> unknown = heads == HeadStart.BY_CLASS
                    ? rows.map(found -> found.unknown(classes)).orElse(List.of())
                    : List.of();
            return new Outcome(file, List.copyOf(taken.keySet()), drawn, left(weights, network), unknown);
        }
    }

    private Optional<HostTensor> fitted(
            WeightsFile weights,
            DetectorNetwork network,
            String name,
            ParameterRows place,
            Optional<ClassRows> rows,
            List<Problem> problems) {
        if (!weights.isFloating(name)) {
            problems.add(new Problem(file.toString(), "tensor %s does not hold floats".formatted(name), REMEDY));
            return Optional.empty();
        }
        Shape wanted = place.shape(array(network, place).getShape());
        boolean logits = network.headTensors().logits().contains(name);
        HostTensor tensor = weights.read(name);
        if (logits && rows.isPresent() && !rows.get().isSame()) {
            try {
                return Optional.of(rows.get().pick(tensor, current(network, place, wanted)))
                        .filter(picked -> sameBehind(tensor, picked)
                                || misfit(name, tensor, wanted, network.headTensors(), problems));
            } catch (IllegalArgumentException unfit) {
                problems.add(new Problem(
                        file.toString(),
                        "tensor %s of shape %s has %s".formatted(name, tensor.shape(), unfit.getMessage()),
                        "take weights of these prior boxes, or " + drawing(name, network.headTensors())));
                return Optional.empty();
            }
        }
        return Optional.of(tensor)
                .filter(read ->
                        shape(read).equals(wanted) || misfit(name, read, wanted, network.headTensors(), problems));
    }

    /** Whether two tensors agree in all axes but the first. */
    private static boolean sameBehind(HostTensor one, HostTensor other) {
        List<Integer> first = one.shape();
        List<Integer> second = other.shape();
        return first.subList(1, first.size()).equals(second.subList(1, second.size()));
    }

    /** Adds a problem; never true. */
    private boolean misfit(String name, HostTensor tensor, Shape wanted, HeadTensors ofHeads, List<Problem> problems) {
        problems.add(new Problem(
                file.toString(),
                "tensor %s has shape %s, the network's has %s".formatted(name, shape(tensor), wanted),
                "take weights of this network, or "
                        + (ofHeads.all().contains(name) ? drawing(name, ofHeads) : "change the network")));
        return false;
    }

    /** What lets a head do without a tensor of the file. */
    private static String drawing(String name, HeadTensors ofHeads) {
        return ofHeads.predictors().contains(name) && !ofHeads.predictors().equals(ofHeads.all())
                ? "draw what predicts: training.initial-heads: filters"
                : "draw the heads: training.initial-heads: drawn";
    }

    private static Shape shape(HostTensor tensor) {
        return new Shape(tensor.shape().stream().mapToLong(Integer::longValue).toArray());
    }

    private static HostTensor current(DetectorNetwork network, ParameterRows place, Shape shape) {
        return HostTensor.of(
                place.read(array(network, place)),
                Arrays.stream(shape.getShape()).mapToInt(Math::toIntExact).toArray());
    }

    private static NDArray array(DetectorNetwork network, ParameterRows place) {
        return network.parameters().get(place.parameter()).getArray();
    }

    private static List<String> left(WeightsFile weights, DetectorNetwork network) {
        return weights.names().stream()
                .filter(name ->
                        !network.tensors().containsKey(name) && !name.endsWith(VELOCITY) && !name.equals(ITERATION))
                .toList();
    }

    /** A name that the weights do not know would be passed over in silence. */
    private void requireNames(List<String> known, List<Problem> problems) {
        classNames.forEach((name, theirs) -> {
            if (!known.contains(theirs)) {
                problems.add(new Problem(
                        file.toString(),
                        "training.initial-classes calls %s %s, which is no class of these weights"
                                .formatted(name, theirs),
                        known.isEmpty()
                                ? "the file names no classes: take training.initial-classes away"
                                : new NearestNames(known).remedy(theirs, "they know")));
            }
        });
    }
}
