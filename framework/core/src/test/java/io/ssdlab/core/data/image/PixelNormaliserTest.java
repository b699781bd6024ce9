package io.ssdlab.core.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.Preprocessing.ChannelOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class PixelNormaliserTest {

    /** Two pixels: blue 0, green 1, red 2 and blue 255, green 128, red 64. */
    private static final Image TWO_PIXELS = new Image(2, 1, new byte[] {0, 1, 2, -1, -128, 64});

    @Test
    void subtractsTheMeanOfEachChannel() {
        float[] batch = new float[6];
        new PixelNormaliser(new Preprocessing(ChannelOrder.BGR, 104, 117, 123, 1)).write(TWO_PIXELS, batch, 0);
        assertThat(batch).containsExactly(-104, -116, -121, 151, 11, -59);
    }

    @Test
    void scalesAfterTheMeanAndOrdersTheChannels() {
        float[] batch = new float[6];
        new PixelNormaliser(new Preprocessing(ChannelOrder.RGB, 104, 117, 123, 0.5f)).write(TWO_PIXELS, batch, 0);
        assertThat(batch).containsExactly(-60.5f, -58, -52, -29.5f, 5.5f, 75.5f);
    }

    @Test
    void writesItsOwnSlotOnly() {
        float[] batch = new float[18];
        Arrays.fill(batch, 9);
        new PixelNormaliser(new Preprocessing(ChannelOrder.BGR, 0, 0, 0, 1)).write(TWO_PIXELS, batch, 1);
        assertThat(batch).containsExactly(9, 9, 9, 9, 9, 9, 0, 1, 2, 255, 128, 64, 9, 9, 9, 9, 9, 9);
    }

    @Test
    void refusesASlotOutsideTheBatch() {
        PixelNormaliser normaliser = new PixelNormaliser(new Preprocessing(ChannelOrder.BGR, 0, 0, 0, 1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> normaliser.write(TWO_PIXELS, new float[12], 2))
                .withMessageContaining("slot 2");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> normaliser.write(TWO_PIXELS, new float[12], -1));
    }
}
