package io.ssdlab.plugin.backbones;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChannelWidthTest {

    /** The channels of MobileNetV2 at width 0.35 and 0.75, as torchvision and Keras build it. */
    @Test
    void roundsAsTheAuthors() {
        assertThat(List.of(32, 16, 24, 32, 64, 96, 160, 320))
                .extracting(new ChannelWidth(0.35)::of)
                .containsExactly(16, 8, 8, 16, 24, 32, 56, 112);
        assertThat(List.of(32, 16, 24, 32, 64, 96, 160, 320))
                .extracting(new ChannelWidth(0.75)::of)
                .containsExactly(24, 16, 24, 24, 48, 72, 120, 240);
    }

    @Property
    void isAMultipleOfEightNearTheExactNumber(
            @ForAll @IntRange(min = 1, max = 256) int eighths,
            @ForAll @DoubleRange(min = 0, minIncluded = false, max = 1) double multiplier) {
        int channels = 8 * eighths;
        int scaled = new ChannelWidth(multiplier).of(channels);

        assertThat(scaled % 8).isZero();
        assertThat(scaled).isBetween(8, channels);
        assertThat((double) scaled).isBetween(0.9 * multiplier * channels, Math.max(8, multiplier * channels + 8));
        assertThat(new ChannelWidth(1).of(channels)).isEqualTo(channels);
    }
}
