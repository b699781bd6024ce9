package io.ssdlab.core.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads an array of whole numbers and nulls out of JSON without blanks, byte by byte: a table reads thousands of files with
 * a thousand numbers each, and a parser of all of JSON takes most of its time for them.
 */
final class NumberArray {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private NumberArray() {}

    /**
     * The numbers of an array; empty if it holds something else, or does not end before the text does.
     *
     * @param start of what follows the opening bracket
     * @param expected how many there probably are
     * @param undefined stands for null
     */
    static Optional<long[]> parse(byte[] text, int start, int expected, long undefined) {
        if (start < text.length && text[start] == ']') {
            return Optional.of(new long[0]);
        }
        long[] numbers = new long[Math.max(1, expected)];
        int count = 0;
        for (int at = start; at < text.length; at++) {
            boolean negative = text[at] == '-';
            int first = negative ? at + 1 : at;
            int end = first;
            long number = 0;
            // Each byte once: the quick compiler keeps nothing in mind.
            for (int digit; end < text.length && (digit = text[end] - '0') >= 0 && digit <= 9; end++) {
                number = 10 * number + digit;
            }
            if (end == first) {
                end = first + NULL.length;
                if (negative || end > text.length || !Arrays.equals(text, first, end, NULL, 0, NULL.length)) {
                    return Optional.empty();
                }
                number = undefined;
            }
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = negative ? -number : number;
            if (end < text.length && text[end] == ']') {
                return Optional.of(count == numbers.length ? numbers : Arrays.copyOf(numbers, count));
            }
            if (end == text.length || text[end] != ',') {
                return Optional.empty();
            }
            at = end;
        }
        return Optional.empty();
    }
}
