package io.ssdlab.core.data.image;

import io.ssdlab.core.store.GrowingFile;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.spi.data.Image;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a Motion JPEG clip in an AVI container, which appears in its place at {@link #commit}. The frames are encoded by {@link
 * ImageEncoder}; OpenCV's own writer of clips writes beyond its memory where a frame is a few pixels wide. Holds no frame. For
 * one thread.
 */
public final class MotionJpegWriter implements AutoCloseable {

    private static final int QUALITY = 90;
    private static final int RATE_SCALE = 1000;
    private static final int HAS_INDEX = 0x10;
    private static final int KEY_FRAME = 0x10;
    private static final int MAIN_HEADER_BYTES = 56;
    private static final int STREAM_HEADER_BYTES = 56;
    private static final int STREAM_FORMAT_BYTES = 40;
    private static final int STREAM_LIST_BYTES =
            4 + AviFormat.CHUNK_HEADER + STREAM_HEADER_BYTES + AviFormat.CHUNK_HEADER + STREAM_FORMAT_BYTES;
    private static final int HEADER_LIST_BYTES =
            4 + AviFormat.CHUNK_HEADER + MAIN_HEADER_BYTES + AviFormat.CHUNK_HEADER + STREAM_LIST_BYTES;
    private static final int HEADERS =
            AviFormat.LIST_HEADER + AviFormat.CHUNK_HEADER + HEADER_LIST_BYTES + AviFormat.LIST_HEADER;
    private static final int INDEX_ENTRY = 16;
    private static final int FRAME = AviFormat.name("00dc");

    private final Path file;
    private final GrowingFile growing;
    private final double framesPerSecond;
    private final int width;
    private final int height;
    private final ImageEncoder encoder = new ImageEncoder();
    private final List<Integer> lengths = new ArrayList<>();
    private long frameBytes;
    private int largest;

    private MotionJpegWriter(Path file, GrowingFile growing, double framesPerSecond, int width, int height) {
        this.file = file;
        this.growing = growing;
        this.framesPerSecond = framesPerSecond;
        this.width = width;
        this.height = height;
    }

    /**
     * Begins a clip. Missing parent folders are made.
     *
     * @param framesPerSecond positive
     * @throws StorageException if it cannot be written there
     */
    public static MotionJpegWriter open(Path file, double framesPerSecond, int width, int height) {
        MotionJpegWriter clip = new MotionJpegWriter(file, GrowingFile.open(file), framesPerSecond, width, height);
        try {
            // Filled in when the lengths are known.
            clip.growing.out().write(new byte[HEADERS]);
        } catch (IOException e) {
            clip.close();
            throw StorageException.writing(file, e);
        }
        return clip;
    }

    /**
     * Adds a frame.
     *
     * @throws IllegalArgumentException if it is not of the clip's size
     * @throws StorageException if it cannot be written
     */
    public void write(Image image) {
        if (image.width() != width || image.height() != height) {
            throw new IllegalArgumentException("a frame of %d x %d pixels in a clip of %d x %d"
                    .formatted(image.width(), image.height(), width, height));
        }
        byte[] jpeg = encoder.jpeg(image, QUALITY);
        byte[] header = new byte[AviFormat.CHUNK_HEADER];
        AviFormat.numbers(header).putInt(FRAME).putInt(jpeg.length);
        try {
            growing.out().write(header);
            growing.out().write(jpeg);
            growing.out().write(new byte[jpeg.length % 2]);
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        }
        lengths.add(jpeg.length);
        frameBytes += padded(jpeg.length);
        largest = Math.max(largest, jpeg.length);
    }

    /** The length of the file so far. Many players take no more than 2 GiB. */
    public long bytes() {
        return HEADERS + frameBytes;
    }

    /**
     * Ends the clip and puts it in its place.
     *
     * @throws StorageException if that fails
     */
    public void commit() {
        byte[] index = index();
        try {
            growing.out().write(index);
            growing.overwrite(0, headers(index.length));
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        }
        growing.commit();
    }

    private static int padded(int length) {
        return AviFormat.CHUNK_HEADER + length + length % 2;
    }

    private byte[] index() {
        byte[] bytes = new byte[AviFormat.CHUNK_HEADER + INDEX_ENTRY * lengths.size()];
        ByteBuffer index = AviFormat.numbers(bytes);
        index.putInt(AviFormat.INDEX).putInt(INDEX_ENTRY * lengths.size());
        // Counted from the name of the list of frames.
        int offset = 4;
        for (int length : lengths) {
            index.putInt(FRAME).putInt(KEY_FRAME).putInt(offset).putInt(length);
            offset += padded(length);
        }
        return bytes;
    }

    private byte[] headers(int indexBytes) {
        byte[] bytes = new byte[HEADERS];
        ByteBuffer out = AviFormat.numbers(bytes);
        out.putInt(AviFormat.RIFF)
                .putInt((int) (bytes() + indexBytes - AviFormat.CHUNK_HEADER))
                .putInt(AviFormat.AVI);
        out.putInt(AviFormat.LIST).putInt(HEADER_LIST_BYTES).putInt(AviFormat.name("hdrl"));
        out.putInt(AviFormat.MAIN_HEADER).putInt(MAIN_HEADER_BYTES);
        out.putInt((int) Math.min(Integer.MAX_VALUE, Math.round(1e6 / framesPerSecond)));
        // Bytes a second: not told.
        out.putInt(0).putInt(0).putInt(HAS_INDEX).putInt(lengths.size()).putInt(0);
        // One stream.
        out.putInt(1).putInt(largest).putInt(width).putInt(height).putLong(0).putLong(0);
        out.putInt(AviFormat.LIST).putInt(STREAM_LIST_BYTES).putInt(AviFormat.name("strl"));
        out.putInt(AviFormat.STREAM_HEADER).putInt(STREAM_HEADER_BYTES);
        out.putInt(AviFormat.VIDEO)
                .putInt(AviFormat.MOTION_JPEG)
                .putInt(0)
                .putInt(0)
                .putInt(0);
        out.putInt(RATE_SCALE).putInt((int) Math.max(1, Math.round(framesPerSecond * RATE_SCALE)));
        // From the start; the quality is not told, and samples vary in size.
        out.putInt(0).putInt(lengths.size()).putInt(largest).putInt(-1).putInt(0);
        out.putShort((short) 0).putShort((short) 0).putShort((short) width).putShort((short) height);
        out.putInt(AviFormat.STREAM_FORMAT).putInt(STREAM_FORMAT_BYTES);
        out.putInt(STREAM_FORMAT_BYTES)
                .putInt(width)
                .putInt(height)
                .putShort((short) 1)
                .putShort((short) 24);
        out.putInt(AviFormat.MOTION_JPEG).putInt(3 * width * height).putLong(0).putLong(0);
        out.putInt(AviFormat.LIST).putInt((int) (4 + frameBytes)).putInt(AviFormat.name("movi"));
        return bytes;
    }

    /** Removes what is not committed. */
    @Override
    public void close() {
        growing.close();
    }
}
