package io.ssdlab.core.config;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Loads a YAML file with all that it {@code extends:}, one path or a list of them, relative to the file; of a list the
 * later goes over the earlier, and the file goes over all. For one load, on one thread.
 */
public final class InheritanceLoader {

    /** The key that names the files to inherit from. */
    public static final String EXTENDS = "extends";

    private static final int DEEPEST = 16;
    private static final int MOST_FILES = 64;

    private final YamlReader reader = new YamlReader();
    private final LayerCombiner combiner = new LayerCombiner();
    private final Problems problems = new Problems();
    private final Problems slips;
    private int files;

    /** All problems end the load. */
    public InheritanceLoader() {
        this.slips = problems;
    }

    /** @param slips takes the problems with which a load can go on: keys given twice, of which the first counts */
    public InheritanceLoader(Problems slips) {
        this.slips = slips;
    }

    /**
     * The file over all that it extends, without the key {@code extends}.
     *
     * @throws InvalidInputException with the problems of all the files: missing, no YAML map, a cycle, too many
     */
    public ConfigNode load(Path file) {
        Optional<ConfigNode> loaded = load(file, Origin.of(file.toString()), new LinkedHashSet<>());
        problems.throwIfAny();
        return loaded.orElseThrow();
    }

    /**
     * What a map inside a file {@code extends:}, without the map itself; empty if it extends nothing.
     *
     * @param file that the map stands in
     * @throws InvalidInputException as {@link #load}
     */
    public Optional<ConfigNode> loadExtended(ConfigNode map, Path file) {
        Set<Path> chain = new LinkedHashSet<>();
        chain.add(file.toAbsolutePath().normalize());
        List<ConfigNode> layers = parents(map, file, chain);
        problems.throwIfAny();
        return layers.isEmpty() ? Optional.empty() : Optional.of(combiner.combine(layers));
    }

    private Optional<ConfigNode> load(Path file, Origin named, Set<Path> chain) {
        Path absolute = file.toAbsolutePath().normalize();
        if (!chain.add(absolute)) {
            problems.add(
                    named,
                    "a file that extends itself: "
                            + Stream.concat(chain.stream(), Stream.of(absolute))
                                    .map(Path::toString)
                                    .collect(Collectors.joining(" -> ")),
                    "take one extends: out of the circle");
            return Optional.empty();
        }
        try {
            if (chain.size() > DEEPEST || ++files > MOST_FILES) {
                problems.add(
                        named,
                        "more files are extended than the " + DEEPEST + " in a chain or " + MOST_FILES + " in all",
                        "extend fewer files");
                return Optional.empty();
            }
            return readMap(file.normalize()).map(own -> overParents(own, file, chain));
        } catch (InvalidInputException e) {
            if (chain.size() == 1) {
                problems.addAll(e.problems());
            } else {
                e.problems().forEach(problem -> problems.add(extended(problem, file, named)));
            }
            return Optional.empty();
        } finally {
            chain.remove(absolute);
        }
    }

    private static Problem extended(Problem problem, Path file, Origin named) {
        // What is wrong with the file as a whole is mended where it is named.
        return problem.where().equals(file.normalize().toString())
                ? new Problem(
                        named.toString(), "cannot extend " + file.normalize() + ": " + problem.what(), problem.remedy())
                : new Problem(problem.where(), problem.what(), problem.remedy() + " (extended at " + named + ")");
    }

    private Optional<ConfigNode> readMap(Path file) {
        ConfigNode own = reader.read(file, slips);
        if (own.isMap()) {
            return Optional.of(own);
        }
        problems.add(
                own.origin(),
                own.isNull() ? "the file is empty" : "the file holds a " + (own.isList() ? "list" : "single value"),
                "an experiment is a map of keys and values, such as name: first");
        return Optional.empty();
    }

    private ConfigNode overParents(ConfigNode own, Path file, Set<Path> chain) {
        List<ConfigNode> layers = new ArrayList<>();
        layers.add(own.without(EXTENDS));
        layers.addAll(parents(own, file, chain));
        return combiner.combine(layers);
    }

    /** The files that a map extends, the topmost first. */
    private List<ConfigNode> parents(ConfigNode own, Path file, Set<Path> chain) {
        List<ConfigNode> layers = new ArrayList<>();
        for (ConfigNode parent : parents(own)) {
            if (!(parent.value().orElse(null) instanceof String path)) {
                problems.add(
                        parent.origin(),
                        "extends is no path",
                        "expected a path relative to this file, or a list of them");
                continue;
            }
            try {
                load(file.resolveSibling(path), parent.origin(), chain).ifPresent(layer -> layers.add(0, layer));
            } catch (InvalidPathException e) {
                problems.add(parent.origin(), "extends is no path: " + e.getReason(), "expected a path");
            }
        }
        return layers;
    }

    private static List<ConfigNode> parents(ConfigNode own) {
        Optional<ConfigNode> extended = own.given(EXTENDS);
        return extended.map(node -> node.isList() ? node.children() : List.of(node))
                .orElse(List.of());
    }
}
