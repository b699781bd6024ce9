package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.InheritanceLoader;
import io.ssdlab.core.config.LayerCombiner;
import io.ssdlab.core.config.Origin;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.Variant;
import io.ssdlab.core.plugin.VariantResource;
import io.ssdlab.spi.InvalidInputException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads changes of settings inside a table: maps that may extend files, and variants by name. */
final class ChangeReader {

    /** The key of a map of settings. */
    static final String CHANGE = "change";

    /** The key of a variant's name. */
    static final String VARIANT = "variant";

    private final FileSystem files;
    private final ComponentRegistry registry;
    private final Problems problems;
    private final LayerCombiner combiner = new LayerCombiner();

    ChangeReader(FileSystem files, ComponentRegistry registry, Problems problems) {
        this.files = files;
        this.registry = registry;
        this.problems = problems;
    }

    /**
     * What a row or a named value changes.
     *
     * @param sound whether nothing was wrong with it
     * @param change empty if it changes nothing
     */
    record Change(boolean sound, Optional<ConfigNode> change) {}

    /** What stands under {@code change} over what {@code variant} names, in a row or a named value. */
    Change read(String path, ConfigNode holder) {
        Optional<ConfigNode> name = holder.given(VARIANT);
        Optional<ConfigNode> variant = name.flatMap(this::variant).map(Variant::change);
        Optional<ConfigNode> given = holder.given(CHANGE);
        Optional<ConfigNode> change = given.flatMap(own -> change(path + "." + CHANGE, own));
        boolean sound = variant.isPresent() == name.isPresent() && change.isPresent() == given.isPresent();
        List<ConfigNode> layers =
                Stream.concat(change.stream(), variant.stream()).toList();
        return new Change(sound, layers.isEmpty() ? Optional.empty() : Optional.of(combiner.combine(layers)));
    }

    /** A change over the files that it extends; empty, and problems, if it is none. */
    private Optional<ConfigNode> change(String path, ConfigNode change) {
        if (!change.isMap()) {
            problems.add(change.origin(), path + " is no map", "expected settings of the experiment");
            return Optional.empty();
        }
        if (change.given(InheritanceLoader.EXTENDS).isEmpty()) {
            return Optional.of(change);
        }
        try {
            ConfigNode own = change.without(InheritanceLoader.EXTENDS);
            return new InheritanceLoader()
                    .loadExtended(change, file(change.origin()))
                    // An experiment that is extended lends its settings, not its rows.
                    .map(extended -> combiner.combine(own, extended.without(ExperimentResolver.TABLE)));
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    /** The variant that a node names; empty, and a problem, if there is none. */
    Optional<Variant> variant(ConfigNode name) {
        Optional<VariantResource> resource = registry.variant(name.text());
        if (resource.isEmpty()) {
            problems.add(registry.unknownVariant(name.text(), name.origin().toString()));
            return Optional.empty();
        }
        try {
            return Optional.of(resource.get().load());
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    /** The file that a value was written in; what comes from elsewhere stands as if in the working directory. */
    Path file(Origin origin) {
        return files.getPath(origin.source());
    }
}
