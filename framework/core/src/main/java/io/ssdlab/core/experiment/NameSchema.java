package io.ssdlab.core.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ssdlab.core.config.SettingKey;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.RecipeResource;
import io.ssdlab.core.plugin.VariantResource;
import io.ssdlab.core.schema.JsonSchema;
import io.ssdlab.core.schema.KeySchema;
import java.util.List;

/**
 * The schema of names of variants and recipes.
 *
 * @param registry whose names are valid
 */
record NameSchema(ComponentRegistry registry) implements KeySchema {

    @Override
    public boolean describes(SettingKey key) {
        return key.annotation(NameOf.class).isPresent();
    }

    @Override
    public ObjectNode valuesOf(SettingKey key) {
        List<String> names =
                switch (key.annotation(NameOf.class).orElseThrow().value()) {
                    case VARIANT ->
                        registry.variants().stream().map(VariantResource::name).toList();
                    case RECIPE ->
                        registry.recipes().stream().map(RecipeResource::name).toList();
                };
        return JsonSchema.anyOf(JsonSchema.oneOf(names), JsonSchema.variable());
    }
}
