package io.ssdlab.core.evaluate;

import io.ssdlab.spi.box.PixelBox;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One line of a VOC result file, {@code IMAGE SCORE XMIN YMIN XMAX YMAX}.
 *
 * @param image its name; may hold spaces
 * @param box in pixels, the last included
 */
record VocResultLine(String image, double score, PixelBox box) {

    private static final int NUMBERS = 5;
    private static final Pattern COLUMN = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    /** Why a line cannot be understood; the message says what is wrong with it. */
    static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }
    }

    /** Parses a line that is not blank. */
    static VocResultLine parse(String line) throws MalformedException {
        String[] columns = COLUMN.split(line.strip());
        int first = columns.length - NUMBERS;
        if (first < 1) {
            throw new MalformedException("the line has %d columns".formatted(columns.length));
        }
        double[] numbers = new double[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = number(columns[first + i], i == 0 ? "the score" : "a corner of the box");
        }
        if (numbers[3] < numbers[1] || numbers[4] < numbers[2]) {
            throw new MalformedException("the box is inverted: xmin %s, ymin %s, xmax %s, ymax %s"
                    .formatted(numbers[1], numbers[2], numbers[3], numbers[4]));
        }
        return new VocResultLine(
                String.join(" ", Arrays.asList(columns).subList(0, first)),
                numbers[0],
                new PixelBox(numbers[1], numbers[2], numbers[3], numbers[4]));
    }

    private static double number(String text, String what) throws MalformedException {
        if (NUMBER.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            if (Math.abs(value) <= Float.MAX_VALUE) {
                return value;
            }
        }
        String kind = text.toLowerCase(Locale.ROOT).matches("[-+]?(nan|inf|infinity)") ? "not finite" : "no number";
        throw new MalformedException("%s is %s, %s".formatted(what, text, kind));
    }
}
