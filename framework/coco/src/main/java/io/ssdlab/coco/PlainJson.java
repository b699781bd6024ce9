package io.ssdlab.coco;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a JSON file with numbers and short texts, for a reader that knows what comes next: what it does not expect
 * makes {@link #gaveUp} true for good, and everything that is read from then on is worth nothing. Whatever it reads without
 * giving up is valid JSON. For one thread.
 */
final class PlainJson {

    /** What may be read between two calls of {@link #refill}: where more is to be read, it gives up. */
    static final int MOST_AT_ONCE = 4096;

    private static final int BUFFER = 1 << 16;
    private static final int MOST_NUMBER = 100;
    private static final long[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final InputStream in;

    /** Followed by as many zeros as are looked at beyond the end, none of which is JSON. */
    private final byte[] bytes = new byte[BUFFER + MOST_AT_ONCE];

    private int next;
    private int end;
    private boolean ended;
    private boolean gaveUp;

    PlainJson(InputStream in) {
        this.in = in;
    }

    boolean gaveUp() {
        return gaveUp;
    }

    /** Gives up. */
    void giveUp() {
        gaveUp = true;
    }

    /** Has {@link #MOST_AT_ONCE} bytes at hand, or all that are left. */
    void refill() throws IOException {
        if (ended || gaveUp || end - next >= MOST_AT_ONCE) {
            return;
        }
        System.arraycopy(bytes, next, bytes, 0, end - next);
        end -= next;
        next = 0;
        int read = in.readNBytes(bytes, end, BUFFER - end);
        ended = read < BUFFER - end;
        end += read;
        Arrays.fill(bytes, end, end + MOST_AT_ONCE, (byte) 0);
    }

    /** Whether nothing but white space is left. */
    boolean isAtEnd() throws IOException {
        skipSpace();
        while (next == end && !ended) {
            refill();
            skipSpace();
        }
        return !gaveUp && ended && next == end;
    }

    /** Reads a mark if it is the next. */
    boolean takes(char mark) {
        skipSpace();
        if (bytes[next] != mark) {
            return false;
        }
        next++;
        return true;
    }

    /** Reads a mark that has to be the next. */
    void expect(char mark) {
        if (!takes(mark)) {
            gaveUp = true;
        }
    }

    private void skipSpace() {
        byte here = bytes[next];
        while (here == ' ' || here == '\n' || here == '\r' || here == '\t') {
            here = bytes[++next];
        }
    }

    /**
     * Reads a text or the digits of a whole number, and tells where they are: from {@link Span#from} to before {@link Span#to},
     * until the next call of {@link #refill}.
     */
    void readName(Span span) {
        if (takes('"')) {
            readText(span);
        } else {
            span.from = next;
            readWhole();
            span.to = next;
        }
    }

    /** Where something lies in the bytes. */
    static final class Span {

        private int from;
        private int to;
    }

    private void readText(Span span) {
        span.from = next;
        int at = next;
        for (byte here = bytes[at]; here != '"'; here = bytes[++at]) {
            // Escapes, and what is no character of a text; the end of what is at hand is a zero.
            if (here == '\\' || (here >= 0 && here < ' ')) {
                gaveUp = true;
                break;
            }
        }
        span.to = at;
        next = at + 1;
    }

    /** The field's name, of those given, that comes next, and its colon; gives up if it is another one. */
    int readField(byte[][] names) {
        expect('"');
        for (int i = 0; i < names.length; i++) {
            int length = names[i].length;
            if (Arrays.equals(bytes, next, Math.min(next + length, bytes.length), names[i], 0, length)
                    && bytes[next + length] == '"') {
                next += length + 1;
                expect(':');
                return i;
            }
        }
        gaveUp = true;
        return -1;
    }

    boolean isSame(Span span, byte[] text) {
        return Arrays.equals(bytes, span.from, span.to, text, 0, text.length);
    }

    byte[] copy(Span span) {
        return Arrays.copyOfRange(bytes, span.from, Math.max(span.from, span.to));
    }

    /** Reads a whole number that is not negative, of at most {@value DecimalNumber#MOST_DIGITS} digits. */
    long readWhole() {
        skipSpace();
        int start = next;
        long value = readDigits(0);
        int digits = next - start;
        if (digits == 0 || digits > DecimalNumber.MOST_DIGITS || (digits > 1 && bytes[start] == '0') || isInNumber()) {
            gaveUp = true;
        }
        return value;
    }

    /** Reads a number; it may be infinite. */
    double readNumber() {
        skipSpace();
        int start = next;
        boolean negative = bytes[next] == '-';
        if (negative) {
            next++;
        }
        int first = next;
        long digits = readDigits(0);
        int count = next - first;
        if (count == 0 || (count > 1 && bytes[first] == '0')) {
            gaveUp = true;
        }
        int exponent = 0;
        boolean whole = true;
        if (bytes[next] == '.') {
            whole = false;
            int point = ++next;
            digits = readDigits(digits);
            exponent = point - next;
            count += next - point;
            if (next == point) {
                gaveUp = true;
            }
        }
        if (bytes[next] == 'e' || bytes[next] == 'E') {
            whole = false;
            exponent += readExponent();
        }
        if (isInNumber() || next - start > MOST_NUMBER || (whole && negative && digits == 0)) {
            gaveUp = true;
        }
        boolean fits = count <= DecimalNumber.MOST_DIGITS || count - zeros(first) <= DecimalNumber.MOST_DIGITS;
        double value = fits ? DecimalNumber.nearest(digits, exponent) : Double.NaN;
        if (Double.isNaN(value)) {
            return gaveUp ? 0 : Double.parseDouble(new String(bytes, start, next - start, StandardCharsets.US_ASCII));
        }
        return negative ? -value : value;
    }

    /** How many zeros there are before the first digit of a number that counts. */
    private int zeros(int first) {
        int zeros = 0;
        for (int at = first; bytes[at] == '0' || bytes[at] == '.'; at++) {
            zeros += bytes[at] == '0' ? 1 : 0;
        }
        return zeros;
    }

    private int readExponent() {
        next++;
        boolean negative = bytes[next] == '-';
        if (negative || bytes[next] == '+') {
            next++;
        }
        int start = next;
        long value = readDigits(0);
        if (next == start || next - start > 4) {
            gaveUp = true;
            return 0;
        }
        return (int) (negative ? -value : value);
    }

    /** Reads digits that follow those of a number, which overflows if they are too many. */
    private long readDigits(long before) {
        long value = before;
        int count = Long.BYTES;
        while (count == Long.BYTES) {
            // Digits become 0 to 9, and only they stay below 128 with 118 more; a carry is beyond the first that does
            // not.
            long eight = (long) EIGHT.get(bytes, next) ^ 0x3030303030303030L;
            long others = (eight | (eight + 0x7676767676767676L)) & 0x8080808080808080L;
            count = Long.numberOfTrailingZeros(others) / Byte.SIZE;
            if (count > 0) {
                value = value * POWERS[count] + number(eight << (Long.SIZE - Byte.SIZE * count));
            }
            next += count;
        }
        return value;
    }

    /** Of eight digits, the first in the lowest byte: pairs, then fours, then all of them added up side by side. */
    private static long number(long digits) {
        long pairs = (digits * 10 + (digits >>> 8)) & 0x00FF00FF00FF00FFL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000FFFF0000FFFFL;
        return (fours * 10_000 + (fours >>> 32)) & 0x00000000FFFFFFFFL;
    }

    /** Whether what comes next would belong to the number that was read. */
    private boolean isInNumber() {
        byte here = bytes[next];
        return !(here == ','
                || here == '}'
                || here == ']'
                || here == ' '
                || here == '\n'
                || here == '\r'
                || here == '\t');
    }
}
