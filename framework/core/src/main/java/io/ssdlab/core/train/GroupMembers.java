package io.ssdlab.core.train;

import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.weights.TensorPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells which group each tensor and each parameter of a network is in: the first one of whose patterns it is. */
final class GroupMembers {

    private static final int NAMED = 6;

    private final Map<String, String> tensors;
    private final Problems problems;
    private final Map<String, ParameterGroup> ofTensors = new LinkedHashMap<>();

    /**
     * @param tensors names, each with the name of the parameter that it lies in
     * @param problems to which patterns without a tensor are added, and those that would split a parameter
     */
    GroupMembers(List<ParameterGroup> groups, Map<String, String> tensors, Problems problems) {
        this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        this.problems = problems;
        groups.forEach(this::take);
    }

    private void take(ParameterGroup group) {
        List<String> taken = new ArrayList<>();
        for (TensorPattern pattern : group.tensors()) {
            List<String> matching =
                    tensors.keySet().stream().filter(pattern::matches).toList();
            List<String> free = matching.stream()
                    .filter(tensor -> !ofTensors.containsKey(tensor))
                    .toList();
            if (matching.isEmpty()) {
                problems.add(
                        group.where(),
                        "the group %s: no tensor is called %s".formatted(group.name(), pattern.text()),
                        nearest(pattern));
            } else if (free.isEmpty()) {
                String before = matching.stream()
                        .map(tensor -> ofTensors.get(tensor).name())
                        .distinct()
                        .collect(Collectors.joining(" and "));
                problems.add(
                        group.where(),
                        "the group %s: all tensors called %s are in %s already"
                                .formatted(group.name(), pattern.text(), before),
                        "the first group that matches takes a tensor: put %s before, or take the pattern out"
                                .formatted(group.name()));
            }
            taken.addAll(free);
        }
        taken.forEach(tensor -> ofTensors.put(tensor, group));
    }

    /** Patterns are compared with names, and with beginnings of names as one would write them. */
    private String nearest(TensorPattern pattern) {
        Set<String> known = new LinkedHashSet<>(tensors.keySet());
        for (String tensor : tensors.keySet()) {
            for (int i = 0; i < tensor.length(); i++) {
                if (tensor.charAt(i) == '.' || tensor.charAt(i) == '_') {
                    known.add(tensor.substring(0, i + 1) + "*");
                }
            }
        }
        List<String> nearest = new NearestNames(known).to(pattern.text());
        if (!nearest.isEmpty()) {
            return "did you mean " + String.join(" or ", nearest) + "?";
        }
        return tensors.keySet().stream().limit(NAMED).collect(Collectors.joining(", ", "the tensors are ", ""))
                + (tensors.size() > NAMED ? " and %d more".formatted(tensors.size() - NAMED) : "");
    }

    /** For each parameter that is in a group, which; adds the problems of parameters that groups would split. */
    Map<String, ParameterGroup> ofParameters() {
        Map<String, List<String>> inParameters = new LinkedHashMap<>();
        tensors.forEach((tensor, parameter) -> inParameters
                .computeIfAbsent(parameter, name -> new ArrayList<>())
                .add(tensor));
        Map<String, ParameterGroup> found = new LinkedHashMap<>();
        Set<Set<String>> told = new LinkedHashSet<>();
        inParameters.forEach((parameter, parts) -> {
            Optional<String> inGroup =
                    parts.stream().filter(ofTensors::containsKey).findFirst();
            if (inGroup.isEmpty()) {
                return;
            }
            ParameterGroup group = ofTensors.get(inGroup.get());
            found.put(parameter, group);
            // One problem for all heads: their names differ, what is wrong with them does not.
            parts.stream()
                    .filter(part -> !group.equals(ofTensors.get(part)))
                    .findFirst()
                    .filter(other -> told.add(namesOf(group, other)))
                    .ifPresent(other -> problems.add(
                            group.where(),
                            "the group %s has %s and not %s, but the two are one parameter, %s"
                                    .formatted(group.name(), inGroup.get(), other, parameter),
                            "let a group have both, as *_mbox_* does"));
        });
        return Collections.unmodifiableMap(found);
    }

    private Set<String> namesOf(ParameterGroup group, String other) {
        return new TreeSet<>(List.of(
                group.name(),
                Optional.ofNullable(ofTensors.get(other))
                        .map(ParameterGroup::name)
                        .orElse("")));
    }
}
