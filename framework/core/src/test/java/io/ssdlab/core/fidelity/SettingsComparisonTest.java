package io.ssdlab.core.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsComparisonTest {

    private static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }

    private static List<String> differences(Map<String, Object> own, Map<String, Object> published) {
        return SettingsComparison.of(own, published).stream()
                .map(one -> one.key() + ": " + one.value() + " / " + one.published())
                .toList();
    }

    @Test
    void comparesScalarsAndListsAtTheirDottedKeys() {
        assertThat(differences(
                        map("a", map("b", 1, "c", true), "d", List.of(1.5, 2.0), "e", "same"),
                        map("a", map("b", 2, "c", false), "d", List.of(1.5), "e", "same")))
                .containsExactly("a.b: 1 / 2", "a.c: yes / no", "d: [1.5, 2.0] / [1.5]");
    }

    @Test
    void tellsWhatOnlyOneOfThemHas() {
        assertThat(differences(map("weights", "vgg.bin"), map("limit", 5)))
                .containsExactly("weights: vgg.bin / (none)", "limit: (none) / 5");
    }

    @Test
    void anotherComponentIsOneDifferenceWhateverItsSettings() {
        assertThat(differences(
                        map("backbone", map("use", "small", "stages", 4)),
                        map("backbone", map("use", "large", "extras", 3))))
                .containsExactly("backbone: small / large");
        assertThat(differences(
                        map("backbone", map("use", "small", "stages", 4)),
                        map("backbone", map("use", "small", "stages", 3))))
                .containsExactly("backbone.stages: 4 / 3");
    }

    @Test
    void augmentersMayBeMissingTooManyOrInAnotherOrder() {
        Map<String, Object> flip = map("use", "flip");
        Map<String, Object> crop = map("use", "crop");
        Map<String, Object> blur = map("use", "blur");

        assertThat(differences(map("augment", map("flip", flip)), map("augment", map("flip", flip, "crop", crop))))
                .containsExactly("augment.crop: off / on");
        assertThat(differences(map("augment", map("flip", flip, "blur", blur)), map("augment", map("flip", flip))))
                .containsExactly("augment.blur: on / off");
        assertThat(differences(
                        map("augment", map("flip", flip, "crop", crop)),
                        map("augment", map("crop", crop, "flip", flip))))
                .containsExactly("augment: [flip, crop] / [crop, flip]");
    }

    @Test
    void aDataSetMayHaveSeveralParts() {
        Map<String, Object> trainval07 = map("use", "voc", "year", 2007, "split", "trainval");
        Map<String, Object> trainval12 = map("use", "voc", "year", 2012, "split", "trainval");
        Map<String, Object> train12 = map("use", "voc", "year", 2012, "split", "train");

        assertThat(differences(map("train", trainval07), map("train", List.of(trainval07))))
                .isEmpty();
        assertThat(differences(map("train", trainval12), map("train", List.of(trainval07))))
                .containsExactly("train.year: 2012 / 2007");
        assertThat(differences(
                        map("train", List.of(trainval07, train12)), map("train", List.of(trainval07, trainval12))))
                .containsExactly("train.1.split: train / trainval");
        assertThat(differences(map("train", trainval07), map("train", List.of(trainval07, trainval12))))
                .containsExactly("train: [voc 2007 trainval] / [voc 2007 trainval, voc 2012 trainval]");
    }
}
