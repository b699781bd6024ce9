package io.ssdlab.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ssdlab.core.engine.EngineChoice.Wish;
import io.ssdlab.spi.InvalidInputException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineChoiceTest {

    private static final Optional<Wish> EXPERIMENT = Optional.of(new Wish("PyTorch", "a.yaml:3"));
    private static final Map<String, String> ENVIRONMENT = Map.of("SSDLAB_ENGINE", "pytorch");

    @Test
    void theCommandLineComesBeforeTheExperiment() {
        assertThat(EngineChoice.resolve(Optional.of("mxnet"), EXPERIMENT, ENVIRONMENT))
                .isEqualTo(new EngineChoice(EngineName.MXNET, "--engine"));
    }

    @Test
    void theExperimentComesBeforeTheEnvironment() {
        assertThat(EngineChoice.resolve(Optional.empty(), EXPERIMENT, Map.of("SSDLAB_ENGINE", "MXNet")))
                .isEqualTo(new EngineChoice(EngineName.PYTORCH, "a.yaml:3"));
    }

    @Test
    void theEnvironmentComesBeforeTheDefault() {
        assertThat(EngineChoice.resolve(Optional.empty(), Optional.empty(), ENVIRONMENT))
                .isEqualTo(new EngineChoice(EngineName.PYTORCH, "SSDLAB_ENGINE"));
    }

    @Test
    void withoutAnyWishItIsMxnet() {
        assertThat(EngineChoice.resolve(Optional.empty(), Optional.empty(), Map.of("SSDLAB_ENGINE", " ")))
                .isEqualTo(new EngineChoice(EngineName.MXNET, "default"));
    }

    @Test
    void anUnknownEngineIsRefusedNamingWhoAskedAndBothEngines() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> EngineChoice.resolve(
                        Optional.empty(), Optional.of(new Wish("TensorFlow", "a.yaml:3")), Map.of()))
                .withMessageContaining("a.yaml:3: no engine is called 'TensorFlow'")
                .withMessageContaining("MXNet or PyTorch");
    }
}
