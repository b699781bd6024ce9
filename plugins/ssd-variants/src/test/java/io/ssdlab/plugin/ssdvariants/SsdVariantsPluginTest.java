package io.ssdlab.plugin.ssdvariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class SsdVariantsPluginTest {

    private static final String FOLDER = "/META-INF/ssdlab/variants/";

    @Test
    void isFoundByItsService() {
        assertThat(ServiceLoader.load(Plugin.class))
                .hasAtLeastOneElementOfType(SsdVariantsPlugin.class)
                .extracting(Plugin::name)
                .contains("ssd-variants");
    }

    @Test
    void everyResourceIsListed() throws IOException, URISyntaxException {
        URL folder = SsdVariantsPlugin.class.getResource(FOLDER);
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            listed().stream().map(name -> name + ".yaml").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("listed")
    void everyListedVariantSaysWhatItIsAndChanges(String name) {
        Map<String, Object> variant = variant(name);
        assertThat(variant).containsOnlyKeys("label", "description", "change");
        assertThat((String) variant.get("label")).isNotBlank();
        assertThat((String) variant.get("description")).contains("Table");
        assertThat(variant.get("change")).asInstanceOf(MAP).isNotEmpty();
    }

    @Test
    void variantsOfPriorBoxesSetDifferentKeys() {
        assertThat(change("no-half-ratios")).isEqualTo(model("priors", Map.of("half-ratios", false)));
        assertThat(change("no-third-ratios")).isEqualTo(model("priors", Map.of("third-ratios", false)));
        assertThat(change("no-atrous")).isEqualTo(model("backbone", Map.of("atrous", false)));
        assertThat(change("no-38x38")).isEqualTo(model("without-sources", List.of(1)));
    }

    @Test
    void flipOnlySwitchesEveryOtherStepOff() {
        assertThat(change("flip-only"))
                .isEqualTo(Map.of(
                        "training",
                        Map.of(
                                "augment",
                                Map.of("colour-distortion", false, "expansion", false, "batch-sampler", false))));
    }

    private static Map<String, Object> model(String key, Object value) {
        return Map.of("model", Map.of(key, value));
    }

    private static Object change(String name) {
        return variant(name).get("change");
    }

    private static Map<String, Object> variant(String name) {
        try (InputStream yaml = SsdVariantsPlugin.class.getResourceAsStream(FOLDER + name + ".yaml")) {
            assertThat(yaml).as(name).isNotNull();
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> listed() {
        List<String> names = new ArrayList<>();
        Contributions contributions = (Contributions) Proxy.newProxyInstance(
                SsdVariantsPluginTest.class.getClassLoader(),
                new Class<?>[] {Contributions.class},
                (proxy, method, args) -> {
                    assertThat(method.getName()).isEqualTo("variants");
                    names.addAll(List.of((String[]) args[0]));
                    return proxy;
                });
        new SsdVariantsPlugin().contribute(contributions);
        return names;
    }
}
