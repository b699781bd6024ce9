package io.ssdlab.core.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.configuration2.interpol.ConfigurationInterpolator;

/**
 * Resolves {@code ${key.path}}, {@code ${env:NAME}} and {@code ${...:-fallback}} in scalars by Commons Configuration's
 * interpolator, with these two lookups only: experiment files are untrusted, so none of the lookups that run scripts or
 * read files, system properties or the network is registered. For one tree, on one thread.
 */
public final class Interpolation {

    private static final String VARIABLE = "${";
    // Substituted values are substituted again: doubling references would otherwise fill the memory.
    private static final int MOST_LOOKUPS = 200;
    private static final int LONGEST_RESULT = 1 << 16;

    private final List<ConfigNode> trees;
    private final ConfigurationInterpolator interpolator = new ConfigurationInterpolator();
    private final CoreSchema schema = new CoreSchema();
    private int lookups;
    private long characters;

    /** A value whose substitution goes round in a circle or grows without bound. */
    private static final class EndlessSubstitutionException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param trees where {@code ${key.path}} is looked up, in this order
     * @param environment where {@code ${env:NAME}} is looked up
     */
    public Interpolation(List<ConfigNode> trees, Map<String, String> environment) {
        this.trees = List.copyOf(trees);
        interpolator.registerLookup(
                "env",
                name -> counted(Optional.ofNullable(environment.get(name))).orElse(null));
        interpolator.addDefaultLookup(key -> counted(find(key)).orElse(null));
    }

    /** The scalar with its variables resolved and typed as if written so; empty, and a problem, if one cannot be. */
    public Optional<ConfigNode> resolve(ConfigNode scalar, Problems problems) {
        if (!scalar.text().contains(VARIABLE)) {
            return Optional.of(scalar);
        }
        lookups = 0;
        characters = 0;
        String resolved;
        try {
            resolved = String.valueOf(interpolator.interpolate(scalar.text()));
        } catch (IllegalStateException | EndlessSubstitutionException e) {
            problems.add(scalar.origin(), scalar.text() + " leads back to itself", "break the circle");
            return Optional.empty();
        }
        if (resolved.contains(VARIABLE)) {
            problems.add(
                    scalar.origin(),
                    "cannot resolve " + resolved.substring(resolved.indexOf(VARIABLE)),
                    "${key.path} takes a single value of this experiment and ${env:NAME} one of the environment;"
                            + " write ${...:-value} for a fallback");
            return Optional.empty();
        }
        return Optional.of(schema.scalar(scalar.origin(), resolved).named(scalar.name(), scalar.keyOrigin()));
    }

    private Optional<String> find(String key) {
        return trees.stream()
                .flatMap(tree -> tree.find(key).stream())
                .filter(node -> node.kind() == ConfigNode.Kind.SCALAR && !node.isNull())
                .map(ConfigNode::text)
                .findFirst();
    }

    private Optional<String> counted(Optional<String> value) {
        characters += value.map(String::length).orElse(0);
        if (++lookups > MOST_LOOKUPS || characters > LONGEST_RESULT) {
            throw new EndlessSubstitutionException();
        }
        return value;
    }
}
