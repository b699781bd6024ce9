package io.ssdlab.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
