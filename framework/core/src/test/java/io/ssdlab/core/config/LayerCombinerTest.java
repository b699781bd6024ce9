package io.ssdlab.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerCombinerTest {

    private static ConfigNode combine(String upper, String lower) {
        YamlReader reader = new YamlReader();
        return new LayerCombiner().combine(List.of(reader.read("upper", upper), reader.read("lower", lower)));
    }

    @Test
    void mergesMapsDeeplyInTheLowerOrder() {
        ConfigNode tree = combine("a: {y: 5, z: 6}\nb: 7", "first: 0\na: {x: 1, y: 2}");

        assertThat(tree.children()).extracting(ConfigNode::name).containsExactly("first", "a", "b");
        assertThat(tree.find("a").orElseThrow().children())
                .extracting(ConfigNode::text)
                .containsExactly("1", "5", "6");
        assertThat(tree.find("a.x").orElseThrow().origin()).hasToString("lower:2:8");
        assertThat(tree.find("a.y").orElseThrow().origin()).hasToString("upper:1:8");
    }

    @Test
    void replacesListsAndScalarsWhole() {
        ConfigNode tree = combine("list: [9]\nscalar: {a: 1}\nmap: 3", "list: [1, 2]\nscalar: 5\nmap: {b: 1}");

        assertThat(tree.find("list").orElseThrow().children()).hasSize(1);
        assertThat(tree.find("scalar").orElseThrow().isMap()).isTrue();
        assertThat(tree.find("map").orElseThrow().text()).isEqualTo("3");
    }

    @Test
    void aMapOfNumbersGoesOverTheItemsOfAList() {
        ConfigNode tree = combine("list: {1: {b: 9}, 2: 4}", "list: [{a: 1}, {a: 2, b: 3}, 7, 8]");

        assertThat(tree.find("list").orElseThrow().isList()).isTrue();
        assertThat(tree.find("list").orElseThrow().origin()).hasToString("lower:1:7");
        assertThat(tree.find("list.0.a").orElseThrow().text()).isEqualTo("1");
        assertThat(tree.find("list.1.a").orElseThrow().text()).isEqualTo("2");
        assertThat(tree.find("list.1.b").orElseThrow().origin()).hasToString("upper:1:15");
        assertThat(tree.find("list.2").orElseThrow().text()).isEqualTo("4");
        assertThat(tree.find("list.3").orElseThrow().text()).isEqualTo("8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{2: 5}", "{0: 5, a: 1}", "{00: 5}", "{}"})
    void anyOtherMapReplacesAList(String map) {
        assertThat(combine("list: " + map, "list: [1, 2]")
                        .find("list")
                        .orElseThrow()
                        .isMap())
                .isTrue();
    }

    @Test
    void nullTakesTheLowerValueAway() {
        ConfigNode tree = combine("a: ~", "a: 5");

        assertThat(tree.entry("a")).isPresent();
        assertThat(tree.given("a")).isEmpty();
    }

    @Test
    void keepsAComponentsSettingsWhileItIsTheSame() {
        assertThat(combine("m: {threshold: 0.4}", "m: {use: iou, a: 1}").find("m.a"))
                .isPresent();
        assertThat(combine("m: {use: iou, threshold: 0.4}", "m: {use: iou, a: 1}")
                        .find("m.a"))
                .isPresent();
        assertThat(combine("m: {use: iou}", "m: {a: 1}").find("m.a")).isPresent();
    }

    @Test
    void dropsTheSettingsOfAnotherComponent() {
        ConfigNode tree = combine("m: {use: centre, b: 2}", "m: {use: iou, a: 1}");

        assertThat(tree.find("m").orElseThrow().children())
                .extracting(ConfigNode::name)
                .containsExactly("use", "b");
    }

    @Test
    void addsSettingsToAComponentGivenByNameAlone() {
        ConfigNode tree = combine("m: {a: 1}", "m: iou");

        assertThat(tree.find("m.use").orElseThrow().text()).isEqualTo("iou");
        assertThat(tree.find("m.use").orElseThrow().origin()).hasToString("lower:1:4");
        assertThat(tree.find("m.a")).isPresent();
    }
}
