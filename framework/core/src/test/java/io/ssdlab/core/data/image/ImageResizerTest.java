package io.ssdlab.core.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.model.InputSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImageResizerTest {

    @ParameterizedTest
    @CsvSource({"40, 30, 17, 19", "17, 19, 40, 30", "1, 1, 5, 4", "50, 1, 20, 3", "20, 30, 10, 15"})
    void interpolatesLinearlyBetweenPixelCentres(int width, int height, int toWidth, int toHeight) {
        Image picture = Pictures.noise(width, height);
        Image resized = new ImageResizer(new InputSize(toWidth, toHeight)).resize(picture);
        assertThat(resized.width()).isEqualTo(toWidth);
        assertThat(resized.height()).isEqualTo(toHeight);
        for (int y = 0; y < toHeight; y++) {
            for (int x = 0; x < toWidth; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    double expected = linear(
                            picture, (x + 0.5) * width / toWidth - 0.5, (y + 0.5) * height / toHeight - 0.5, channel);
                    assertThat(Math.abs(resized.value(x, y, channel) - expected))
                            .as("x %d, y %d, channel %d", x, y, channel)
                            .isLessThanOrEqualTo(1);
                }
            }
        }
    }

    @Test
    void aPictureOfTheRightSizeIsNotCopied() {
        Image picture = Pictures.noise(30, 20);
        assertThat(new ImageResizer(new InputSize(30, 20)).resize(picture)).isSameAs(picture);
    }

    private static double linear(Image image, double x, double y, int channel) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double above = mix(x - left, value(image, left, top, channel), value(image, left + 1, top, channel));
        double below = mix(x - left, value(image, left, top + 1, channel), value(image, left + 1, top + 1, channel));
        return mix(y - top, above, below);
    }

    private static double mix(double share, double first, double second) {
        return (1 - share) * first + share * second;
    }

    private static int value(Image image, int x, int y, int channel) {
        return image.value(within(x, image.width()), within(y, image.height()), channel);
    }

    private static int within(int place, int size) {
        return Math.max(0, Math.min(place, size - 1));
    }
}
