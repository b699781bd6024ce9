package io.ssdlab.plugin.augmenters.photometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.plugin.augmenters.Pictures;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.testkit.AugmenterContract;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HueSaturationTest extends AugmenterContract {

    /** A hue is rounded to two degrees: one degree is up to 4.25 levels; the rest is the rounding of saturation and value. */
    private static final double LEVELS = 6;

    @Override
    protected Augmenter augmenter() {
        return new HueSaturation(new HueSaturationConfig(0.5, 40, 0.3));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "40, 1", "-40, 1", "0, 0.5", "0, 1.5", "90, 0.7", "-180, 1.3", "180, 1"})
    void changesAreThoseOfTheHexcone(double degrees, double factor) {
        Image picture = Pictures.noise(40, 30);
        Image changed = HueSaturation.change(picture, degrees, factor);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                double[] expected =
                        turned(picture.value(x, y, 2), picture.value(x, y, 1), picture.value(x, y, 0), degrees, factor);
                for (int channel = 0; channel < 3; channel++) {
                    assertThat((double) changed.value(x, y, channel))
                            .as("channel %d at %d, %d", channel, x, y)
                            .isCloseTo(expected[2 - channel], within(LEVELS));
                }
            }
        }
    }

    @Test
    void greyStaysGrey() {
        Image grey = Pictures.plain(4, 4, 90, 90, 90);
        assertThat(HueSaturation.change(grey, 40, 1.3).bgr()).isEqualTo(grey.bgr());
    }

    @Test
    void huesGoAround() {
        Image red = Pictures.plain(1, 1, 0, 0, 255);
        assertThat(HueSaturation.change(red, 120, 1).bgr())
                .isEqualTo(Pictures.plain(1, 1, 0, 255, 0).bgr());
        assertThat(HueSaturation.change(red, -120, 1).bgr())
                .isEqualTo(Pictures.plain(1, 1, 255, 0, 0).bgr());
    }

    @Test
    void turnsAndFactorsAreDrawnFromTheirRanges() {
        Sample red = new Sample("a", Pictures.plain(1, 1, 0, 0, 255), List.of());
        Sample pale = new Sample("a", Pictures.plain(1, 1, 100, 100, 200), List.of());
        Augmenter turning = new HueSaturation(new HueSaturationConfig(1, 40, 0));
        Augmenter fading = new HueSaturation(new HueSaturationConfig(1, 0, 0.5));
        int mostGreen = 0;
        int mostBlue = 0;
        int palest = 0;
        int fullest = 255;
        for (int seed = 0; seed < 1000; seed++) {
            Image turned = turning.augment(red, new SplittableRandom(seed)).image();
            mostGreen = Math.max(mostGreen, turned.value(0, 0, 1));
            mostBlue = Math.max(mostBlue, turned.value(0, 0, 0));
            int other = fading.augment(pale, new SplittableRandom(seed)).image().value(0, 0, 0);
            palest = Math.max(palest, other);
            fullest = Math.min(fullest, other);
        }
        // 40 of the 60 degrees from red to yellow or magenta; half of and one and a half times a saturation of a half.
        assertThat(mostGreen).isBetween(165, 171);
        assertThat(mostBlue).isBetween(165, 171);
        assertThat(palest).isBetween(147, 151);
        assertThat(fullest).isBetween(49, 53);
    }

    /** Red, green and blue after the change, in double precision (Smith, "Color Gamut Transform Pairs", 1978). */
    private static double[] turned(int red, int green, int blue, double degrees, double factor) {
        double value = Math.max(red, Math.max(green, blue));
        double chroma = value - Math.min(red, Math.min(green, blue));
        double hue;
        if (chroma == 0) {
            hue = 0;
        } else if (value == red) {
            hue = 60 * (green - blue) / chroma;
        } else if (value == green) {
            hue = 120 + 60 * (blue - red) / chroma;
        } else {
            hue = 240 + 60 * (red - green) / chroma;
        }
        double saturation = value == 0 ? 0 : Math.min(1, factor * chroma / value);
        double[] rgb = new double[3];
        for (int i = 0; i < 3; i++) {
            double distance = Math.abs((((hue + degrees - 120 * i) % 360) + 360 + 180) % 360 - 180);
            double share = Math.max(0, Math.min(1, 2 - distance / 60));
            rgb[i] = value * (1 - saturation * (1 - share));
        }
        return rgb;
    }
}
