package io.ssdlab.report.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ssdlab.spi.training.Matching;
import org.junit.jupiter.api.Test;

class TrainedPriorsTest {

    @Test
    void negativesAreTheTrainedBackgroundHardestFirst() {
        Matching matching = new Matching(new int[] {
            Matching.BACKGROUND, 0, Matching.BACKGROUND, Matching.IGNORED, Matching.BACKGROUND, Matching.BACKGROUND
        });

        TrainedPriors trained = new TrainedPriors("one", matching, new float[] {0.25f, 9, 0, 9, 0.5f, 0.25f});

        assertThat(trained.negativesByPull()).containsExactly(4, 0, 5);
        assertThat(trained.background()).isEqualTo(4);
    }

    @Test
    void eachPriorBoxHasAGradient() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainedPriors("one", new Matching(new int[3]), new float[2]))
                .withMessage("3 prior boxes matched, but gradients of 2");
    }
}
