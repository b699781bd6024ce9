package io.ssdlab.core.train;

import ai.djl.nn.Parameter;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.NetworkDesign;
import io.ssdlab.core.model.Normalisation;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.model.BatchNormalisation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The groups that the parameters of a network are trained in. A tensor is in the first group one of whose patterns matches its
 * name; those in none are trained as the optimiser says.
 *
 * <p>A normalisation keeps its running statistics, and normalises by them in training too, if a group says so of them, or if
 * its scale and shift are frozen: what is learnt above it was learnt, and is to be used, with them.
 */
public final class GroupedParameters implements GroupMultipliers {

    private final List<ParameterGroup> groups;
    private final Map<String, ParameterGroup> byParameter;
    private final List<Parameter> frozen;
    private final List<BatchNormalisation> frozenStatistics;
    private final Set<String> learnable;

    private GroupedParameters(
            List<ParameterGroup> groups,
            Map<String, ParameterGroup> byParameter,
            NetworkDesign design,
            List<BatchNormalisation> frozenStatistics) {
        this.groups = List.copyOf(groups);
        this.byParameter = byParameter;
        this.learnable = learnable(design);
        this.frozen = learnable.stream()
                .filter(name -> isFrozen(byParameter, name))
                .map(design.parameters()::get)
                .toList();
        this.frozenStatistics = List.copyOf(frozenStatistics);
    }

    /**
     * Finds the group of every parameter. Changes nothing yet.
     *
     * @throws InvalidInputException if a pattern matches nothing, would split a parameter or is behind others that take all
     *     that it matches, if statistics cannot be frozen, or if nothing is left to learn
     */
    public static GroupedParameters of(List<ParameterGroup> groups, NetworkDesign design) {
        Problems problems = new Problems();
        Map<String, ParameterGroup> byParameter = new GroupMembers(groups, design.tensors(), problems).ofParameters();
        List<BatchNormalisation> keeping = new ArrayList<>();
        for (Normalisation normalisation : design.normalisations()) {
            if (keepsStatistics(normalisation, byParameter, problems)) {
                normalisation
                        .block()
                        .ifPresentOrElse(
                                keeping::add,
                                () -> problems.add(
                                        where(normalisation, byParameter),
                                        "%s are the statistics of a %s, which cannot be frozen"
                                                .formatted(
                                                        String.join(" and ", normalisation.statistics()),
                                                        normalisation.kind()),
                                        "let the backbone normalise with " + BatchNormalisation.class.getName()
                                                + ", or leave these layers out of the group"));
            }
        }
        requireStatistics(groups, byParameter, design, problems);
        if (!groups.isEmpty() && learnable(design).stream().allMatch(name -> isFrozen(byParameter, name))) {
            problems.add(
                    groups.get(0).where(),
                    "every parameter is frozen",
                    "leave a group of them, such as the heads, out");
        }
        problems.throwIfAny();
        return new GroupedParameters(groups, byParameter, design, keeping);
    }

    private static boolean keepsStatistics(
            Normalisation normalisation, Map<String, ParameterGroup> byParameter, Problems problems) {
        if (!normalisation.learnt().isEmpty()
                && normalisation.learnt().stream().allMatch(name -> isFrozen(byParameter, name))) {
            return true;
        }
        List<String> kept = normalisation.statistics().stream()
                .filter(name -> group(byParameter, name)
                        .filter(ParameterGroup::keepsStatistics)
                        .isPresent())
                .toList();
        if (!kept.isEmpty() && kept.size() < normalisation.statistics().size()) {
            problems.add(
                    byParameter.get(kept.get(0)).where(),
                    "%s is frozen, but not all of %s"
                            .formatted(kept.get(0), String.join(" and ", normalisation.statistics())),
                    "let a group have the mean and the variance, as *.running_* does");
        }
        return !kept.isEmpty();
    }

    /** Whoever says that a group's statistics are frozen must have some there. */
    private static void requireStatistics(
            List<ParameterGroup> groups,
            Map<String, ParameterGroup> byParameter,
            NetworkDesign design,
            Problems problems) {
        Set<ParameterGroup> having = design.normalisations().stream()
                .flatMap(normalisation -> normalisation.statistics().stream())
                .flatMap(name -> group(byParameter, name).stream())
                .collect(Collectors.toSet());
        Set<ParameterGroup> used = Set.copyOf(byParameter.values());
        groups.stream()
                .filter(group -> group.frozenStatistics() && used.contains(group) && !having.contains(group))
                .forEach(group -> problems.add(
                        group.where(),
                        "the group %s has no running statistics to freeze".formatted(group.name()),
                        "let it have those of normalisations, or take frozen-statistics out"));
    }

    private static String where(Normalisation normalisation, Map<String, ParameterGroup> byParameter) {
        List<String> names = new ArrayList<>(normalisation.statistics());
        names.addAll(normalisation.learnt());
        return names.stream()
                .flatMap(name -> group(byParameter, name).stream())
                .filter(ParameterGroup::keepsStatistics)
                .map(ParameterGroup::where)
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> learnable(NetworkDesign design) {
        return design.parameters().entrySet().stream()
                .filter(parameter -> parameter.getValue().requiresGradient())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<ParameterGroup> group(Map<String, ParameterGroup> byParameter, String name) {
        return Optional.ofNullable(byParameter.get(name));
    }

    private static boolean isFrozen(Map<String, ParameterGroup> byParameter, String name) {
        return group(byParameter, name).filter(ParameterGroup::frozen).isPresent();
    }

    /** Freezes what the groups say in the network that they were found in; to be done before it is initialised. */
    public void freeze() {
        frozen.forEach(parameter -> parameter.freeze(true));
        frozenStatistics.forEach(BatchNormalisation::freezeStatistics);
    }

    @Override
    public double learningRate(String parameter) {
        return group(byParameter, parameter)
                .map(ParameterGroup::learningRateMultiplier)
                .orElse(1.0);
    }

    @Override
    public double weightDecay(String parameter) {
        return group(byParameter, parameter)
                .map(ParameterGroup::weightDecayMultiplier)
                .orElse(1.0);
    }

    /** The group of a parameter; empty if it is in none. */
    public Optional<ParameterGroup> group(String parameter) {
        return group(byParameter, parameter);
    }

    /**
     * How large the groups are: one entry each, in order, and one for what is in none, if anything is. Empty if
     * there are no groups.
     *
     * @param network the initialised one
     */
    public List<GroupSize> sizes(DetectorNetwork network) {
        if (groups.isEmpty()) {
            return List.of();
        }
        Map<Optional<ParameterGroup>, GroupSize> sizes = new LinkedHashMap<>();
        groups.forEach(group -> sizes.put(Optional.of(group), GroupSize.empty(group)));
        network.tensors().forEach((tensor, rows) -> {
            long values = learnable.contains(rows.parameter())
                    ? rows.shape(network.parameters().get(rows.parameter()).getShape())
                            .size()
                    : 0;
            sizes.merge(group(byParameter, rows.parameter()), GroupSize.ofRest(values), GroupSize::plus);
        });
        return List.copyOf(sizes.values());
    }
}
