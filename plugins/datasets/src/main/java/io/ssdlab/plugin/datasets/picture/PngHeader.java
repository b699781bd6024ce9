package io.ssdlab.plugin.datasets.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Finds the size of a PNG file in its first chunk, {@code IHDR}, and holds it against the chunk's checksum. */
final class PngHeader {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] TYPE = "IHDR".getBytes(StandardCharsets.US_ASCII);
    private static final int TYPE_OFFSET = SIGNATURE.length + Integer.BYTES;
    private static final int SIZE_OFFSET = TYPE_OFFSET + Integer.BYTES;
    private static final int CHECKSUM_OFFSET = SIZE_OFFSET + 13;

    private PngHeader() {}

    static boolean startsLikePng(byte[] start) {
        return Arrays.equals(SIGNATURE, Arrays.copyOf(start, SIGNATURE.length));
    }

    /** Takes the size from the first bytes of the file. */
    static ImageHeader size(byte[] start) throws BrokenImageException {
        if (start.length < CHECKSUM_OFFSET + Integer.BYTES
                || !Arrays.equals(TYPE, Arrays.copyOfRange(start, TYPE_OFFSET, SIZE_OFFSET))) {
            throw new BrokenImageException("its header is damaged (it has no IHDR chunk)");
        }
        CRC32 checksum = new CRC32();
        checksum.update(start, TYPE_OFFSET, CHECKSUM_OFFSET - TYPE_OFFSET);
        ByteBuffer bytes = ByteBuffer.wrap(start);
        if ((int) checksum.getValue() != bytes.getInt(CHECKSUM_OFFSET)) {
            throw new BrokenImageException("its header is damaged (its checksum is wrong)");
        }
        return new ImageHeader(bytes.getInt(SIZE_OFFSET), bytes.getInt(SIZE_OFFSET + Integer.BYTES));
    }
}
