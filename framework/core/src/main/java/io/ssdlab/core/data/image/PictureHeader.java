package io.ssdlab.core.data.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What an encoded picture says of itself, read without decoding it: a few bytes can claim a picture that fills the memory.
 *
 * @param width in pixels, positive
 * @param height in pixels, positive
 * @param complete whether the end marker is there; decoders fill what is cut off with grey and do not complain
 */
record PictureHeader(int width, int height, boolean complete) {

    private static final int PNG_SIGNATURE_HIGH = 0x89504e47;
    private static final int PNG_SIGNATURE_LOW = 0x0d0a1a0a;
    private static final int PNG_IHDR = 0x49484452;
    private static final int PNG_IEND = 0x49454e44;

    /** The header of a JPEG, PNG or BMP picture; empty if the bytes are none of these or end before the size is told. */
    static Optional<PictureHeader> read(byte[] encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        if (encoded.length > 3 && bytes.getShort(0) == (short) 0xffd8) {
            return new JpegMarkers(encoded).header();
        }
        if (encoded.length > 8 && bytes.getInt(0) == PNG_SIGNATURE_HIGH && bytes.getInt(4) == PNG_SIGNATURE_LOW) {
            return png(bytes);
        }
        if (encoded.length > 26 && encoded[0] == 'B' && encoded[1] == 'M') {
            return bmp(bytes.order(ByteOrder.LITTLE_ENDIAN));
        }
        return Optional.empty();
    }

    /** The header if the size is one that a picture can have. */
    static Optional<PictureHeader> of(int width, int height, boolean complete) {
        return width > 0 && height > 0 ? Optional.of(new PictureHeader(width, height, complete)) : Optional.empty();
    }

    /** Chunks of length, type, content and checksum; the first is IHDR, the last IEND. */
    private static Optional<PictureHeader> png(ByteBuffer bytes) {
        if (bytes.limit() < 33 || bytes.getInt(12) != PNG_IHDR) {
            return Optional.empty();
        }
        boolean complete = false;
        long chunk = 8;
        while (!complete && chunk + 12 <= bytes.limit()) {
            complete = bytes.getInt((int) chunk + 4) == PNG_IEND;
            chunk += 12 + Integer.toUnsignedLong(bytes.getInt((int) chunk));
        }
        return of(bytes.getInt(16), bytes.getInt(20), complete);
    }

    /** A BMP has no end marker; OpenCV refuses one that is cut off. Rows from the top are marked by a negative height. */
    private static Optional<PictureHeader> bmp(ByteBuffer bytes) {
        boolean shortSizes = bytes.getInt(14) == 12;
        int width = shortSizes ? Short.toUnsignedInt(bytes.getShort(18)) : bytes.getInt(18);
        int height = shortSizes ? Short.toUnsignedInt(bytes.getShort(20)) : bytes.getInt(22);
        return of(width, Math.abs(height), true);
    }
}
