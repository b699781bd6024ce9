package io.ssdlab.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {

    private final NearestNames names = new NearestNames(List.of("threshold", "thread", "batch", "Loss"));

    @Test
    void suggestsWhatATypingErrorSeparates() {
        assertThat(names.to("treshold")).containsExactly("threshold");
        assertThat(names.to("loss")).containsExactly("Loss");
        assertThat(names.to("optimiser")).isEmpty();
        assertThat(names.remedy("bach", "the keys are"))
                .isEqualTo("did you mean batch? the keys are: Loss, batch, thread, threshold");
    }

    @Test
    void saysWhenThereIsNothing() {
        assertThat(new NearestNames(List.of()).remedy("a", "known are")).isEqualTo("known are: there is none");
    }
}
