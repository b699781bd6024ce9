package io.ssdlab.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Contrast as WCAG 2.1 computes it: 4.5 to 1 for text (1.4.3), 3 to 1 for marks (1.4.11). */
class PaintTest {

    private static final double TEXT = 4.5;
    private static final double MARK = 3;
    private static final Set<Paint> TEXTS =
            EnumSet.of(Paint.INK, Paint.SOFT, Paint.BETTER, Paint.WORSE, Paint.UNSURE, Paint.TRUTH);

    /** A grid is no mark, and the ground is what marks stand on. */
    @ParameterizedTest
    @EnumSource(
            value = Paint.class,
            mode = Mode.EXCLUDE,
            names = {"RULE", "PAPER"})
    void standsOutFromTheGroundInBothThemes(Paint paint) {
        double least = TEXTS.contains(paint) ? TEXT : MARK;

        assertThat(contrast(paint.light(), Paint.PAPER.light())).as("light").isGreaterThanOrEqualTo(least);
        assertThat(contrast(paint.dark(), Paint.PAPER.dark())).as("dark").isGreaterThanOrEqualTo(least);
    }

    /** On an image, labels have a white halo whatever the theme. */
    @ParameterizedTest
    @EnumSource(
            value = Paint.class,
            names = {"TRUTH", "WORSE"})
    void labelsOnImagesStandOutFromTheirHalo(Paint paint) {
        assertThat(contrast(paint.light(), "#ffffff")).isGreaterThanOrEqualTo(TEXT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Paint.class,
            names = {"HEAT_RIGHT", "HEAT_WRONG"})
    void numbersStandOutFromCellsOfAnyFullness(Paint cell) {
        for (Function<Paint, String> theme : themes()) {
            String ground = theme.apply(Paint.PAPER);
            IntStream.rangeClosed(0, 20)
                    .mapToObj(step -> blend(theme.apply(cell), ground, step / 20.0))
                    .forEach(colour -> assertThat(contrast(theme.apply(Paint.INK), colour))
                            .as(colour)
                            .isGreaterThanOrEqualTo(TEXT));
        }
    }

    private static Set<Function<Paint, String>> themes() {
        return Set.of(Paint::light, Paint::dark);
    }

    private static String blend(String colour, String ground, double share) {
        StringBuilder mixed = new StringBuilder("#");
        for (int channel = 0; channel < 3; channel++) {
            mixed.append("%02x"
                    .formatted(Math.round(share * channel(colour, channel) + (1 - share) * channel(ground, channel))));
        }
        return mixed.toString();
    }

    private static int channel(String colour, int channel) {
        return Integer.parseInt(colour.substring(1 + 2 * channel, 3 + 2 * channel), 16);
    }

    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(channel(colour, 0))
                + 0.7152 * linear(channel(colour, 1))
                + 0.0722 * linear(channel(colour, 2));
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
