package io.ssdlab.report.lesson;

import io.ssdlab.spi.data.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the colours of two pictures of one size differ, measured on their pixels.
 *
 * @param brightness the difference of the means of luma (ITU-R BT.601), -255 to 255
 * @param contrast the quotient of the standard deviations of luma
 * @param saturation the quotient of the mean spreads between a pixel's largest and smallest channel
 */
record ColourShift(double brightness, double contrast, double saturation) {

    private static final double LEAST_LEVEL = 0.5;
    private static final double LEAST_QUOTIENT = 0.02;

    static ColourShift between(Image before, Image after) {
        Colours from = Colours.of(before);
        Colours to = Colours.of(after);
        return new ColourShift(
                to.luma - from.luma, quotient(to.deviation, from.deviation), quotient(to.spread, from.spread));
    }

    private static double quotient(double value, double of) {
        return of > 0 ? value / of : 1;
    }

    /** What differs enough to be seen. */
    String inWords() {
        List<String> parts = new ArrayList<>();
        if (Math.abs(brightness) >= LEAST_LEVEL) {
            parts.add(String.format(Locale.ROOT, "brightness %+.0f", brightness));
        }
        if (Math.abs(contrast - 1) >= LEAST_QUOTIENT) {
            parts.add(String.format(Locale.ROOT, "contrast \u00d7%.2f", contrast));
        }
        if (Math.abs(saturation - 1) >= LEAST_QUOTIENT) {
            parts.add(String.format(Locale.ROOT, "saturation \u00d7%.2f", saturation));
        }
        return parts.isEmpty() ? "other colours" : "colours: " + String.join(", ", parts);
    }

    private record Colours(double luma, double deviation, double spread) {

        static Colours of(Image image) {
            double sum = 0;
            double squares = 0;
            double spread = 0;
            for (int y = 0; y < image.height(); y++) {
                for (int x = 0; x < image.width(); x++) {
                    int blue = image.value(x, y, 0);
                    int green = image.value(x, y, 1);
                    int red = image.value(x, y, 2);
                    double luma = 0.299 * red + 0.587 * green + 0.114 * blue;
                    sum += luma;
                    squares += luma * luma;
                    spread += Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
                }
            }
            double pixels = (double) image.width() * image.height();
            double mean = sum / pixels;
            return new Colours(mean, Math.sqrt(Math.max(0, squares / pixels - mean * mean)), spread / pixels);
        }
    }
}
