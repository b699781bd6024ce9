package io.ssdlab.plugin.augmenters.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.model.Preprocessing;
import org.junit.jupiter.api.Test;

final class MeanColourTest {

    @Test
    void roundsToTheNearestLevelAndCuts() {
        assertThat(MeanColour.of(new Preprocessing(Preprocessing.ChannelOrder.RGB, 103.939f, 116.4f, 300, 1)))
                .isEqualTo(new MeanColour(104, 116, 255));
        assertThat(MeanColour.of(new Preprocessing(Preprocessing.ChannelOrder.BGR, -3, 0.5f, 1.5f, 1)))
                .isEqualTo(new MeanColour(0, 0, 2));
    }
}
