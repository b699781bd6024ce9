package io.ssdlab.core.plugin;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.Interpolation;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.config.RecordBinder;
import io.ssdlab.core.config.YamlReader;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A variant that a plugin says it ships, not read yet.
 *
 * @param name in kebab case, safe in a path
 */
public record VariantResource(String name, InstalledPlugin plugin) {

    private static final String CHANGE = "change";

    /** What a variant file says about itself. */
    record Heading(
            @Setting("The column head of its tick mark.") String label,

            @Setting(value = "What it changes, in a sentence.", defaultsTo = "''")
            String description) {}

    /**
     * Reads the resource through the plugin's class loader.
     *
     * @throws InvalidInputException if the plugin does not have it or it is no variant
     */
    public Variant load() {
        String resource = "META-INF/ssdlab/variants/" + name + ".yaml";
        ConfigNode tree = new YamlReader().read("variant " + name, plugin.resource("variant " + name, resource));
        Problems problems = new Problems();
        Optional<ConfigNode> change = tree.given(CHANGE).filter(ConfigNode::isMap);
        if (change.isEmpty()) {
            problems.add(
                    tree.origin(),
                    "the variant of plugin " + plugin.name() + " has no map " + CHANGE,
                    "say under change: what it sets in the experiment");
        }
        Optional<Heading> heading = new RecordBinder(
                        Path.of(""), new Interpolation(List.of(), Map.of()), List.of(), problems)
                .bind("", tree.without(CHANGE), Heading.class, CHANGE);
        problems.throwIfAny();
        return new Variant(
                name, heading.orElseThrow().label(), heading.orElseThrow().description(), change.orElseThrow());
    }
}
