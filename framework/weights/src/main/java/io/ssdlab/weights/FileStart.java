package io.ssdlab.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a format is told by.
 *
 * @param head the file's first bytes, little-endian; read by index only
 * @param size of the whole file
 */
record FileStart(Path file, ByteBuffer head, long size) {

    private static final int HEAD = 8192;

    static FileStart of(Path file, FileBytes bytes) throws IOException {
        ByteBuffer head = ByteBuffer.allocate((int) Math.min(HEAD, bytes.size()));
        bytes.read(0, head);
        return new FileStart(file, head.flip().order(ByteOrder.LITTLE_ENDIAN), bytes.size());
    }

    boolean startsWith(int... expected) {
        if (head.limit() < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((head.get(i) & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    boolean hasExtension(String extension) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith("." + extension);
    }
}
