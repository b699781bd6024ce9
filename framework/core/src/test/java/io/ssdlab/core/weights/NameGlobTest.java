package io.ssdlab.core.weights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameGlobTest {

    @ParameterizedTest
    @CsvSource({
        "conv1.weight, conv1.weight, true",
        "conv1.weight, conv1xweight, false",
        "conv1, conv1.weight, false",
        "weight, conv1.weight, false",
        "*, conv1.weight, true",
        "fc8*, fc8, true",
        "fc8*, fc8.0, true",
        "fc8*, my_fc8, false",
        "BoxPredictor_*/stack*, BoxPredictor_0/stack_1, true",
        "BoxPredictor_*/stack*, BoxPredictor_0/weights, false",
        "*/Momentum, a/b/Momentum, true",
        "a[0-9]?, a1b, false",
        "a[0-9]?, a[0-9]?, true",
        "'a\\E.*\\Qb', axb, false"
    })
    void onlyTheStarStandsForOthers(String glob, String name, boolean matches) {
        assertThat(new NameGlob(glob).matches(name)).isEqualTo(matches);
    }
}
