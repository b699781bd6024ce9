package io.ssdlab.core.weights;

import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.config.Problems;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.weights.HostTensor;
import io.ssdlab.spi.weights.TensorRule;
import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.weights.TensorFile;
import io.ssdlab.weights.TensorInfo;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The weights of another tool's file as a conversion makes them.
 *
 * @param tensors by their names in the network, in the order of the rules
 * @param names each one's name in the file
 * @param leftOver tensors of the file that nobody takes and nobody said would be left
 */
public record WeightsImport(Map<String, HostTensor> tensors, Map<String, String> names, List<String> leftOver) {

    /** Of more missing tensors none was just named otherwise. */
    private static final int SLIPS = 8;

    public WeightsImport {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        leftOver = List.copyOf(leftOver);
    }

    /**
     * Applies a conversion.
     *
     * @param where the file, for messages
     * @throws InvalidInputException if the file is of another format, lacks tensors or has them in other shapes: all are
     *     named
     */
    public static WeightsImport of(TensorFile file, WeightsConversion conversion, String where) {
        String wanted = conversion.sheet().format();
        if (!file.format().equals(wanted)) {
            throw new InvalidInputException(
                    where,
                    "is a file of %s, not of %s".formatted(file.format(), wanted),
                    "these weights come as %s; 'ssdlab weights list' says what can be imported".formatted(wanted));
        }
        Problems problems = new Problems();
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        Set<String> missing = new HashSet<>();
        for (TensorRule rule : conversion.rules()) {
            String name = rule.source();
            Optional<TensorInfo> source = Optional.ofNullable(file.tensors().get(name));
            taken.add(name);
            names.put(rule.target(), name);
            if (source.isEmpty()) {
                if (missing.add(name)) {
                    problems.add(where, "has no tensor " + name, remedy(name, missing.size(), file));
                }
                continue;
            }
            changed(rule, WeightsFile.read(file, source.get()), where, problems)
                    .ifPresent(tensor -> put(tensors, rule, tensor));
        }
        problems.throwIfAny();
        List<TensorPattern> unused =
                conversion.unused().stream().map(TensorPattern::new).toList();
        List<String> leftOver = file.tensors().keySet().stream()
                .filter(name -> !taken.contains(name) && unused.stream().noneMatch(pattern -> pattern.matches(name)))
                .toList();
        return new WeightsImport(tensors, names, leftOver);
    }

    private static String remedy(String missing, int count, TensorFile file) {
        // To compare all names of another network would take long and tell nothing.
        List<String> nearest =
                count > SLIPS ? List.of() : new NearestNames(file.tensors().keySet()).to(missing);
        return nearest.isEmpty()
                ? "it is of another network than these weights are; 'ssdlab weights inspect' lists what it has"
                : "it has " + String.join(", ", nearest);
    }

    private static void put(Map<String, HostTensor> tensors, TensorRule rule, HostTensor tensor) {
        if (tensors.put(rule.target(), tensor) != null) {
            throw new IllegalStateException("two rules for the tensor " + rule.target());
        }
    }

    private static Optional<HostTensor> changed(TensorRule rule, HostTensor source, String where, Problems problems) {
        try {
            return Optional.of(rule.change().apply(source));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException unfit) {
            problems.add(
                    where,
                    "tensor %s of shape %s cannot become %s: %s"
                            .formatted(rule.source(), source.shape(), rule.target(), unfit.getMessage()),
                    "it is of another network than these weights are");
            return Optional.empty();
        }
    }
}
