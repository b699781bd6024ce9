package io.ssdlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigIdentityTest {

    private final Laboratory lab = new Laboratory();

    @AfterEach
    void close() {
        lab.close();
    }

    private ConfigIdentity identity(String... sets) {
        return ConfigIdentity.of(lab.load("toy.yaml", sets).base());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=other",
                "description=other",
                "seeds=[7]",
                "metrics=[{use: toy-recall}]",
                "loader.threads=3",
                "device=cpu",
                "training.checkpoint-every=5",
                "data=/elsewhere",
                "dataset.train.root=/elsewhere",
                "dataset.train=[{use: toy-blank, root: /elsewhere, split: trainval}]",
                "training.batch=2",
                "training.optimiser.momentum=0.90"
            })
    void leavesOutWhatChangesNoNumber(String set) {
        assertThat(identity(set)).isEqualTo(identity());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "engine=PyTorch",
                "dataset.train.images=4",
                "dataset.test.split=val",
                "dataset.train=[{use: toy-blank, root: /a, split: trainval}, {use: toy-blank, root: /a, split: trainval}]",
                "model.input.width=65",
                "model.without-sources=[1]",
                "model.heads=separable",
                "model.priors.scale.least=0.3",
                "model.priors.border=1",
                "training.batch=3",
                "training.matcher.threshold=0.41",
                "training.augment.toy-mirror=off",
                "training.augment=[{use: toy-brighten, delta: 5}, {use: toy-mirror, probability: 0.25}]",
                "training.optimiser.learning-rate=0.0011",
                "detection.iou-threshold=0.5"
            })
    void tellsApartWhatChangesNumbers(String set) {
        assertThat(identity(set).sha256()).isNotEqualTo(identity().sha256());
    }

    @Test
    void isCanonicalJson() {
        assertThat(identity("engine=mxnet").json())
                .startsWith("{\"dataset\":{\"test\":{\"images\":2,\"split\":\"all\",\"use\":\"toy-blank\"},\"train\":")
                .contains("\"engine\":\"MXNet\"")
                .contains(
                        "\"augment\":[{\"probability\":0.25,\"use\":\"toy-mirror\"},{\"delta\":5,\"use\":\"toy-brighten\"}]")
                .doesNotContain("/data");
        assertThat(identity().sha256()).matches("[0-9a-f]{64}");
    }

    /** Heads came later: runs stored before keep their identity, whose model has these keys. */
    @Test
    void isAsItWasBeforeThereWereOtherHeads() {
        assertThat(ConfigIdentity.settings(lab.load("toy.yaml").base()).keySet())
                .filteredOn(key -> key.startsWith("model."))
                .map(key -> key.replaceFirst("model\\.", "").replaceFirst("\\..*", ""))
                .containsOnly("backbone", "box-coding", "input", "preprocessing", "priors", "without-sources");
        assertThat(identity("model.heads=separable").json()).contains("\"heads\":\"separable\"");
        assertThat(identity("model.heads=")).isEqualTo(identity());
    }

    @Test
    void tellsTheOrderOfDataSetsApart() {
        String one = "{use: toy-blank, root: /a, split: one}";
        String two = "{use: toy-blank, root: /a, split: two}";

        assertThat(identity("dataset.train=[" + one + ", " + two + "]").json())
                .contains("\"train\":[{\"images\":3,\"split\":\"one\",\"use\":\"toy-blank\"},{");
        assertThat(identity("dataset.train=[" + one + ", " + two + "]"))
                .isNotEqualTo(identity("dataset.train=[" + two + ", " + one + "]"));
    }

    @Test
    void doesNotDependOnTheOrderOfKeys() {
        lab.write(
                "turned.yaml",
                "extends: toy.yaml\nmodel: {priors: {use: toy-grid, rounding: HALF_UP, aspect-ratios: [1.0, 2.0, 0.5]}}");

        assertThat(ConfigIdentity.of(lab.load("turned.yaml").base())).isEqualTo(identity());
    }
}
