package io.ssdlab.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TensorPatternTest {

    @ParameterizedTest
    @CsvSource({
        "conv1_1.weight, conv1_1.weight, true",
        "conv1_1.weight, conv1_1xweight, false",
        "conv1_*, conv1_2.bias, true",
        "conv1_*, conv10_2.bias, false",
        "conv1_*, a.conv1_2.bias, false",
        "features.*, features.0.1.running_mean, true",
        "features.0.*, features.10.0.weight, false",
        "features.?.*, features.7.0.weight, true",
        "features.?.*, features.17.0.weight, false",
        "features.[0-6].*, features.6.0.weight, true",
        "features.[0-6].*, features.7.0.weight, false",
        "conv[13]_*, conv3_1.weight, true",
        "conv[13]_*, conv2_1.weight, false",
        "*_mbox_*, conv4_3_mbox_loc.bias, true",
        "*.bias, conv4_3.bias, true",
        "*, anything.at.all, true",
        "a+(b), a+(b), true",
        "a.[.^&], a.^, true",
        "a.[.^&], a.x, false"
    })
    void matchesWholeNames(String pattern, String tensor, boolean matches) {
        assertThat(new TensorPattern(pattern).matches(tensor)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"features.[0-6.*", "features.[6-0].*", "features.[]"})
    void refusesBracketsThatMeanNothing(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TensorPattern(pattern))
                .withMessageContaining("'" + pattern + "' is no pattern of tensors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesBlankOnes(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TensorPattern(pattern));
    }
}
