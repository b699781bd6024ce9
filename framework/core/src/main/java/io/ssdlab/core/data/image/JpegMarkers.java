package io.ssdlab.core.data.image;

import java.util.Optional;

/**
 * Walks over the markers of a JPEG file (ITU-T T.81, annex B). Searching the bytes for the end marker would not do: a
 * thumbnail in the metadata has one too.
 */
final class JpegMarkers {

    private static final int TEM = 0x01;
    private static final int SOF0 = 0xc0;
    private static final int SOF15 = 0xcf;
    private static final int DHT = 0xc4;
    private static final int JPG = 0xc8;
    private static final int DAC = 0xcc;
    private static final int RST0 = 0xd0;
    private static final int RST7 = 0xd7;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;

    private final byte[] jpeg;
    private int position = 2;

    /** Takes bytes that start with the marker SOI. */
    JpegMarkers(byte[] jpeg) {
        this.jpeg = jpeg;
    }

    /** The size from the first frame header, and whether the end marker follows; empty without a frame header. */
    Optional<PictureHeader> header() {
        int width = 0;
        int height = 0;
        int marker = nextMarker();
        while (marker >= 0 && marker != EOI) {
            if (!standsAlone(marker)) {
                int length = unsignedShort(position);
                if (isFrameHeader(marker) && width == 0 && position + 7 <= jpeg.length) {
                    height = unsignedShort(position + 3);
                    width = unsignedShort(position + 5);
                }
                position += Math.max(length, 2);
            }
            if (marker == SOS) {
                skipScan();
            }
            marker = nextMarker();
        }
        return PictureHeader.of(width, height, marker == EOI);
    }

    /** Moves behind the next marker and returns it; -1 at the end. Any number of fill bytes may come first. */
    private int nextMarker() {
        while (position + 1 < jpeg.length && !isMarker(position)) {
            position++;
        }
        if (position + 1 >= jpeg.length) {
            return -1;
        }
        position += 2;
        return unsigned(position - 1);
    }

    /** Moves to the marker that ends the coded data, in which 0xff is followed by 0 and restart markers may stand. */
    private void skipScan() {
        int at = position;
        // Most of a file is passed over here, byte by byte: nearly all of them by the first comparison.
        while (at + 1 < jpeg.length && (jpeg[at] != (byte) 0xff || !isMarker(at) || isRestart(unsigned(at + 1)))) {
            at++;
        }
        position = at;
    }

    private boolean isMarker(int at) {
        int code = unsigned(at + 1);
        return unsigned(at) == 0xff && code != 0 && code != 0xff;
    }

    private static boolean isRestart(int marker) {
        return marker >= RST0 && marker <= RST7;
    }

    private static boolean standsAlone(int marker) {
        return marker == TEM || isRestart(marker);
    }

    private static boolean isFrameHeader(int marker) {
        return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
    }

    /** The two bytes there, or 0 beyond the end. */
    private int unsignedShort(int at) {
        return at + 1 < jpeg.length ? unsigned(at) << 8 | unsigned(at + 1) : 0;
    }

    private int unsigned(int at) {
        return jpeg[at] & 0xff;
    }
}
