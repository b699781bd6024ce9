package io.ssdlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.core.plugin.toy.ToyBackbone;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.DataCache;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.PriorBoxes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComponentsTest {

    private final Laboratory lab = new Laboratory();

    @AfterEach
    void close() {
        lab.close();
    }

    private Components components(String... sets) {
        return Components.of(lab.plugins(), lab.load("toy.yaml", sets).base(), new DataCache(lab.path("/cache")));
    }

    @Test
    void buildsEveryPartWithItsSettings() {
        Components components = components("training.augment=[toy-mirror, {use: toy-mirror, probability: 1}]");

        Experiment toy = lab.load("toy.yaml").base();
        PriorBoxes priors = components
                .priors()
                .generate(
                        components.backbone().sources(toy.model().inputSize()),
                        toy.model().inputSize());
        assertThat(priors.size()).isEqualTo(3 * (32 * 16 + 16 * 8));
        assertThat(components.augmenters()).hasSize(2).doesNotHaveDuplicates();
        assertThat(components.metrics()).containsOnlyKeys("toy-recall");
        assertThat(components.trainDataset().read().images()).hasSize(3).first().satisfies(image -> {
            assertThat(image.id()).isEqualTo("trainval0");
            assertThat(image.file()).isEqualTo(lab.path("/data/train/0.png"));
        });
        assertThat(components.testDataset().read().images()).hasSize(2);
        assertThat(components.matcher()).isNotNull();
        assertThat(components.loss()).isNotNull();
    }

    @Test
    void injectsTheExperimentsOwnPreprocessing() {
        ToyBackbone rgb = (ToyBackbone)
                components("model.preprocessing.channel-order=rgb").backbone();
        ToyBackbone bgr = (ToyBackbone) components().backbone();

        assertThat(rgb.preprocessing().channelOrder()).isEqualTo(Preprocessing.ChannelOrder.RGB);
        assertThat(bgr.preprocessing().channelOrder()).isEqualTo(Preprocessing.ChannelOrder.BGR);
    }

    @Test
    void reportsEveryConstructorThatRefusesItsSettings() {
        assertThatThrownBy(() -> components(
                        "model.input.width=8", "model.backbone.maps=4", "training.augment.toy-brighten.delta=13"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.where() + ": " + problem.what())
                                .containsExactly(
                                        "toy.yaml:8:3: toy-net: 4 maps need an input of 16 pixels at least",
                                        "toy.yaml:15:5: toy-brighten: delta 13 brings bad luck, take 12 or 14"));
    }

    @Test
    void severalDataSetsAreReadAsOne() {
        Components components = components(
                "dataset.train=[{use: toy-blank, root: /one, split: a}, {use: toy-blank, root: /two, split: b, images: 1}]");

        assertThat(components.trainDataset().read().images())
                .extracting(AnnotatedImage::id)
                .containsExactly("a0", "a1", "a2", "b0");
    }

    @Test
    void reportsEveryReaderThatRefusesItsSettings() {
        lab.write("two.yaml", """
                extends: toy.yaml
                dataset:
                  test:
                    - {use: toy-blank, root: /cache}
                    - {use: toy-blank, root: /a}
                    - {use: toy-blank, root: /cache, images: 9}
                """);
        Components components =
                Components.of(lab.plugins(), lab.load("two.yaml").base(), new DataCache(lab.path("/cache")));

        assertThatThrownBy(components::testDataset)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.where() + ": " + problem.what())
                                .containsExactly(
                                        "two.yaml:4:7: toy-blank: root is the cache",
                                        "two.yaml:6:7: toy-blank: root is the cache"));
    }

    @Test
    void readersAreBuiltWhenAskedFor() {
        Components components = components("dataset.test.root=/cache");

        assertThat(components.trainDataset()).isNotNull();
        assertThatThrownBy(components::testDataset).hasMessageContaining("toy-blank: root is the cache");
    }
}
