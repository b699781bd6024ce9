package io.ssdlab.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file says about the bytes of its data.
 *
 * @param expected the SHA-256 that the file gives, in lower-case hexadecimal if it is one
 * @param start of the data
 */
record DataChecksum(String expected, FileBytes source, long start) {

    private static final int CHUNK = 1 << 18;

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The SHA-256 of the data that is there, in lower-case hexadecimal. */
    String actual() throws IOException {
        MessageDigest digest = sha256();
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        for (long at = start; at < source.size(); at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(CHUNK, source.size() - at));
            source.read(at, buffer);
            digest.update(buffer.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
