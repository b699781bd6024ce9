package io.ssdlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.ssdlab.core.plugin.ComponentRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plugin that nobody here knows is in the schema like any other. */
class ExperimentSchemaTest {

    private final Laboratory lab = new Laboratory();
    private final ObjectNode schema = ExperimentSchema.of(lab.plugins().getInstance(ComponentRegistry.class));

    @AfterEach
    void close() {
        lab.close();
    }

    private boolean allows(String json) {
        return JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(schema)
                .validate(json.replace('\'', '"'), InputFormat.JSON)
                .isEmpty();
    }

    @Test
    void isASchemaItself() {
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V7)
                        .getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"))
                        .validate(schema))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'extends': ['a.yaml', 'b.yaml'], 'recipe': 'toy-paper'}",
                "{'model': {'backbone': {'use': 'toy-net', 'maps': 6}, 'priors': 'toy-grid'}}",
                "{'model': {'backbone': {'channels': '${env:CHANNELS}'}}}",
                "{'training': {'augment': {'toy-mirror': 'off', 'again': {'use': 'toy-brighten', 'delta': 7}}}}",
                "{'training': {'parameter-groups': [{'name': 'a', 'tensors': ['b.*'], 'frozen': true}]}}",
                "{'training': {'parameter-groups': {'0': {'learning-rate-multiplier': 0.1}}}}",
                "{'dataset': {'train': [{'use': 'toy-blank', 'root': 'x'}], 'test': {'0': {'root': 'x'}}}}",
                "{'table': {'factors': {'x': {'with': 'toy-square'}}, 'rows': [{'x': 'yes', 'change': {'seeds': [2]}}]}}",
                "{'table': {'factors': {'x': {'values': {'a': null, 'b': {'change': {'extends': 'b.yaml'}}}}}, 'across': 'x'}}",
                "{'table': {'factors': {'x': {'setting': 'model.without-sources'}}, 'rows': [{'x': [1], 'cited': 'yes'}]}}",
                "{'table': {'rows': [{'published': 'a/b', 'variant': 'toy-square'}, {'published': ['a/b', 'a/c']}]}}",
            })
    void allowsItsComponentsVariantsAndRecipes(String json) {
        assertThat(allows(json)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{'extends': {}}",
                "{'recipe': 'ssd300'}",
                "{'model': {'backbone': {'use': 'toy-net', 'maps': 7}}}",
                "{'model': {'backbone': {'use': 'vgg16'}}}",
                "{'model': {'backbone': {'width': 3}}}",
                "{'training': {'augment': {'toy-mirror': 'soft'}}}",
                "{'training': {'augment': [{'delta': 7}]}}",
                "{'training': {'parameter-groups': [{'name': 'a', 'frozen': true}]}}",
                "{'training': {'parameter-groups': [{'name': 'a', 'tensors': ['b'], 'learning-rate-multiplier': -1}]}}",
                "{'dataset': {'train': [{'use': 'toy-blank'}]}}",
                "{'table': {'factors': {'x': {'with': 'no-38x38'}}}}",
                "{'table': {'rows': [{'change': {'table': {}}}]}}",
                "{'table': {'rows': [{'variant': 'no-38x38'}]}}",
                "{'table': {'factors': {'x': {'values': {'a': {'chnge': {}}}}}}}",
                "{'table': {'published-on': 'a.yaml'}}",
            })
    void allowsNothingElse(String json) {
        assertThat(allows(json)).isFalse();
    }
}
