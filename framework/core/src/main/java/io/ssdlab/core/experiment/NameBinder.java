package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.RecordBinder;
import io.ssdlab.core.config.SettingKey;
import io.ssdlab.core.config.ValueBinder;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.spi.Problem;
import java.util.Optional;

/**
 * Binds names of variants and recipes, so that an unknown one is told with everything else that is wrong.
 *
 * @param registry whose names are valid
 */
record NameBinder(ComponentRegistry registry) implements ValueBinder {

    @Override
    public boolean binds(SettingKey key) {
        return key.annotation(NameOf.class).isPresent();
    }

    @Override
    public Optional<Object> bind(String path, ConfigNode node, SettingKey key, RecordBinder records) {
        NameOf.Resource resource = key.annotation(NameOf.class).orElseThrow().value();
        if (node.kind() != ConfigNode.Kind.SCALAR) {
            records.problems().add(node.origin(), path + " is no name", "expected the name of a " + resource);
            return Optional.empty();
        }
        Optional<ConfigNode> name = records.interpolate(node);
        Optional<Problem> unknown = name.flatMap(given -> unknown(resource, given));
        unknown.ifPresent(records.problems()::add);
        return unknown.isPresent() ? Optional.empty() : name.map(given -> Optional.of(given.text()));
    }

    private Optional<Problem> unknown(NameOf.Resource resource, ConfigNode name) {
        String where = name.origin().toString();
        return switch (resource) {
            case VARIANT ->
                registry.variant(name.text()).isPresent()
                        ? Optional.empty()
                        : Optional.of(registry.unknownVariant(name.text(), where));
            case RECIPE ->
                registry.recipe(name.text()).isPresent()
                        ? Optional.empty()
                        : Optional.of(registry.unknownRecipe(name.text(), where));
        };
    }
}
