package io.ssdlab.cli.command;

import ai.djl.ndarray.types.Shape;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.NetworkCost;
import io.ssdlab.core.train.GroupSize;
import io.ssdlab.core.train.GroupedParameters;
import io.ssdlab.core.train.ParameterGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code ssdlab explain} tells of the network itself.
 *
 * @param classes that parameters are counted for
 * @param groups in which its parameters are trained, what is in none of them last; empty if all are trained alike
 * @param tensors empty if they are not asked for
 */
record NetworkText(int classes, NetworkCost cost, List<GroupSize> groups, List<Tensor> tensors) {

    NetworkText {
        groups = List.copyOf(groups);
        tensors = List.copyOf(tensors);
    }

    /**
     * A tensor as files name it.
     *
     * @param group empty if it is in none
     */
    record Tensor(String name, List<Long> shape, String group) {}

    /** Every tensor of a network, in its order. */
    static List<Tensor> tensors(DetectorNetwork network, GroupedParameters groups) {
        List<Tensor> tensors = new ArrayList<>();
        network.tensors().forEach((name, rows) -> {
            Shape whole = network.parameters().get(rows.parameter()).getShape();
            tensors.add(new Tensor(
                    name,
                    Arrays.stream(rows.shape(whole).getShape()).boxed().toList(),
                    groups.group(rows.parameter()).map(ParameterGroup::name).orElse("")));
        });
        return tensors;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(format("parameters   %,d (heads for %d classes)", cost.parameters(), classes));
        if (!groups.isEmpty()) {
            lines.add(format("learnt       %,d, frozen %,d", cost.parameters() - frozen(), frozen()));
            int widest = groups.stream()
                    .mapToInt(group -> group.name().length())
                    .max()
                    .orElse(1);
            for (GroupSize group : groups) {
                lines.add(format(
                        "group        %-" + widest + "s  %3d tensors, %,11d parameters  %s",
                        group.name(),
                        group.tensors(),
                        group.parameters(),
                        group.treatment()));
            }
        }
        for (Tensor tensor : tensors) {
            lines.add(format("tensor       %-40s %-20s %s", tensor.name(), tensor.shape(), tensor.group()));
        }
        lines.add(format("GMACs        %.3f", cost.multiplyAccumulates() / 1e9));
        return lines;
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("classes", classes);
        map.put("parameters", cost.parameters());
        map.put("frozenParameters", frozen());
        if (!groups.isEmpty()) {
            map.put("parameterGroups", groups);
        }
        if (!tensors.isEmpty()) {
            map.put("tensors", tensors);
        }
        map.put("multiplyAccumulates", cost.multiplyAccumulates());
        return map;
    }

    private long frozen() {
        return groups.stream()
                .filter(GroupSize::frozen)
                .mapToLong(GroupSize::parameters)
                .sum();
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
