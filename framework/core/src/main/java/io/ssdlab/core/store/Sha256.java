package io.ssdlab.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * A SHA-256 in the making over a sequence of values. Texts go in with their length, so that ("ab", "c") and ("a", "bc")
 * differ. For one thread.
 */
public final class Sha256 {

    private final MessageDigest digest;

    /** Over nothing yet. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** The SHA-256 of a file's bytes. */
    public static String of(Path file) {
        return of(file, done -> {});
    }

    /**
     * The SHA-256 of a file's bytes, in 64 lower-case hexadecimal digits.
     *
     * @param progress hears how many bytes are read
     * @throws StorageException if it cannot be read
     */
    public static String of(Path file, LongConsumer progress) {
        Sha256 sha = new Sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long done = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.digest.update(buffer, 0, read);
                done += read;
                progress.accept(done);
            }
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
        return sha.hex();
    }

    /** Adds a text, by its UTF-8. */
    public Sha256 add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
        return this;
    }

    /** Adds eight bytes. */
    public Sha256 add(long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    Sha256 add(double value) {
        return add(Double.doubleToLongBits(value));
    }

    /** Bytes as they are, without their length. */
    Sha256 add(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        return this;
    }

    /** 64 lower-case hexadecimal digits; ends the sequence. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
