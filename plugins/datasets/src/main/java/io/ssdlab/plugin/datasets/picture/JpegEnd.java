package io.ssdlab.plugin.datasets.picture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells a complete JPEG file from one that was cut off: a complete one has an end-of-image marker (ITU T.81, B.1). */
final class JpegEnd {

    private static final int MARKER = 0xff;
    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int TEMPORARY = 0x01;
    private static final int RESTART_FIRST = 0xd0;
    private static final int RESTART_LAST = 0xd7;

    private JpegEnd() {}

    static boolean startsLikeJpeg(byte[] start) {
        return start.length >= 3
                && (start[0] & 0xff) == MARKER
                && (start[1] & 0xff) == START_OF_IMAGE
                && (start[2] & 0xff) == MARKER;
    }

    /** Whether the last bytes of a file are the marker, with or without padding after it: all but the odd file. */
    static boolean isAtTail(byte[] tail) {
        int last = tail.length - 1;
        while (last > 0 && isPadding(tail[last])) {
            last--;
        }
        return last > 0 && (tail[last] & 0xff) == END_OF_IMAGE && (tail[last - 1] & 0xff) == MARKER;
    }

    private static boolean isPadding(byte value) {
        return value == 0 || value == (byte) 0xff || value == '\n' || value == '\r' || value == ' ';
    }

    /**
     * Whether the marker is anywhere in the file, going from segment to segment so that the one of an embedded thumbnail
     * does not count. For files with foreign data at their end.
     */
    static boolean isIn(InputStream jpeg) throws IOException {
        InputStream in = new BufferedInputStream(jpeg, 1 << 16);
        int value = in.read();
        while (value >= 0) {
            if (value != MARKER) {
                value = in.read();
                continue;
            }
            int code = in.read();
            if (code == END_OF_IMAGE) {
                return true;
            }
            if (hasLength(code)) {
                int length = in.read() << 8 | in.read();
                if (length < 2 || in.readNBytes(length - 2).length < length - 2) {
                    return false;
                }
            }
            value = code == MARKER ? MARKER : in.read();
        }
        return false;
    }

    /** Whether a marker ends what comes before the compressed data: the start of a scan, or of nothing. */
    static boolean endsHeader(int code) {
        return code == START_OF_SCAN || code == END_OF_IMAGE;
    }

    /** Whether a marker is followed by a length and as many bytes. */
    static boolean hasLength(int code) {
        boolean alone = code == START_OF_IMAGE || code == TEMPORARY || (code >= RESTART_FIRST && code <= RESTART_LAST);
        return code > 0 && code != MARKER && !alone;
    }
}
