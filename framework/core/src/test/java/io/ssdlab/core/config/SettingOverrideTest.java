package io.ssdlab.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingOverrideTest {

    @Test
    void parsesTheValueAsYaml() {
        ConfigNode layer = SettingOverride.parse("a.b={x: [1, yes]}").layer();

        ConfigNode flag = layer.find("a.b.x.1").orElseThrow();
        assertThat(flag.value()).contains(true);
        assertThat(flag.origin()).hasToString("--set");
        assertThat(layer.find("a.b").orElseThrow().keyOrigin()).hasToString("--set");
    }

    @Test
    void takesAnEqualsSignInTheValueAndAnEmptyOneAsNull() {
        assertThat(SettingOverride.parse("a=b=c")
                        .layer()
                        .find("a")
                        .orElseThrow()
                        .text())
                .isEqualTo("b=c");
        assertThat(SettingOverride.parse("a=").layer().find("a").orElseThrow().isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "batch", "=5", "a..b=5", ".a=5", "a.=5"})
    void refusesWhatIsNoKey(String argument) {
        assertThatThrownBy(() -> SettingOverride.parse(argument))
                .hasMessageContaining("--set " + argument + ": no key.path=value");
    }

    @Test
    void saysWhichValueIsNoYaml() {
        assertThatThrownBy(() -> SettingOverride.parse("a.b=[1, 2"))
                .hasMessageContaining("--set a.b:1:6: not valid YAML");
    }
}
