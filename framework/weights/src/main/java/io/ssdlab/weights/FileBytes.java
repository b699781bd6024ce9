package io.ssdlab.weights;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bytes of one file, or of several one after the other, read at any place. */
final class FileBytes implements Closeable {

    private record Part(Path file, SeekableByteChannel channel, long start, long end) {}

    private final List<Part> parts;

    private FileBytes(List<Part> parts) {
        this.parts = parts;
    }

    static FileBytes open(List<Path> files) throws IOException {
        FileBytes bytes = new FileBytes(new ArrayList<>());
        try {
            for (Path file : files) {
                long start = bytes.size();
                long end = Math.addExact(start, Files.size(file));
                bytes.parts.add(new Part(file, Files.newByteChannel(file), start, end));
            }
            return bytes;
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    List<Path> files() {
        return parts.stream().map(Part::file).toList();
    }

    /** The length of all files together when they were opened. */
    long size() {
        return parts.isEmpty() ? 0 : parts.get(parts.size() - 1).end();
    }

    /**
     * Fills {@code target}.
     *
     * @throws EOFException if the files end before
     */
    void read(long position, ByteBuffer target) throws IOException {
        int limit = target.limit();
        long at = position;
        for (Part part : parts) {
            if (at < part.start() || at >= part.end()) {
                continue;
            }
            target.limit((int) Math.min(limit, target.position() + (part.end() - at)));
            part.channel().position(at - part.start());
            while (target.hasRemaining()) {
                int count = part.channel().read(target);
                if (count < 0) {
                    throw new EOFException("it became shorter while it was read");
                }
                at += count;
            }
            target.limit(limit);
        }
        if (target.hasRemaining()) {
            throw new EOFException("it ends too early");
        }
    }

    /** The bytes from {@code start} to before {@code end}, not buffered. */
    InputStream stream(long start, long end) {
        return new InputStream() {

            private long at = start;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                int count = (int) Math.min(length, end - at);
                if (count <= 0) {
                    return -1;
                }
                FileBytes.this.read(at, ByteBuffer.wrap(target, offset, count));
                at += count;
                return count;
            }

            @Override
            public long skip(long count) {
                long skipped = Math.max(0, Math.min(count, end - at));
                at += skipped;
                return skipped;
            }
        };
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (Part part : parts) {
            try {
                part.channel().close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
