package io.ssdlab.core.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import org.junit.jupiter.api.Test;

class CornerResizerTest {

    private static final Image RAMP = new Image(2, 2, new byte[] {0, 0, 0, 100, 0, 10, (byte) 200, 0, 20, 60, 0, 30});

    /** From the definition: the place of output pixel i is i times the ratio of the sides, and beyond the last pixel nothing changes. */
    @Test
    void interpolatesBetweenUpperLeftCorners() {
        float[] resized = new CornerResizer(new InputSize(4, 4)).resize(RAMP);

        assertThat(blue(resized, 0)).containsExactly(0, 50, 100, 100);
        assertThat(blue(resized, 1)).containsExactly(100, 90, 80, 80);
        assertThat(blue(resized, 2)).containsExactly(200, 130, 60, 60);
        assertThat(blue(resized, 3)).containsExactly(200, 130, 60, 60);
    }

    @Test
    void halvingTakesEveryOtherPixel() {
        float[] resized = new CornerResizer(new InputSize(1, 1)).resize(RAMP);

        assertThat(resized).containsExactly(0, 0, 0);
    }

    @Test
    void anEncoderDoesNotRoundAndNormalises() {
        InputEncoder encoder = new InputEncoder(
                new InputSize(3, 2),
                new Preprocessing(Preprocessing.ChannelOrder.RGB, 127.5f, 127.5f, 127.5f, 1 / 127.5f),
                Interpolation.TENSORFLOW);
        float[] batch = new float[2 * encoder.values()];
        encoder.write(RAMP, batch, 1);

        // The second pixel is two thirds of the way from the first to the second: red 20/3, green 0, blue 200/3.
        assertThat(batch[encoder.values() + 3]).isEqualTo((float) (20 / 3.0 / 127.5 - 1), within(1e-6f));
        assertThat(batch[encoder.values() + 4]).isEqualTo(-1, within(1e-6f));
        assertThat(batch[encoder.values() + 5]).isEqualTo((float) (200 / 3.0 / 127.5 - 1), within(1e-6f));
    }

    private static float[] blue(float[] bgr, int row) {
        return new float[] {bgr[row * 12], bgr[row * 12 + 3], bgr[row * 12 + 6], bgr[row * 12 + 9]};
    }
}
