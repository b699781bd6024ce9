package io.ssdlab.plugin.datasets.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What can be known of an image file without decoding it.
 *
 * @param width in pixels, as stored (an Exif orientation turns nothing here)
 * @param height in pixels
 */
public record ImageHeader(int width, int height) {

    private static final long MAX_PIXELS = 100_000_000;
    private static final int ENDS_BYTES = 1024;
    private static final byte[] PNG_END = {'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};

    /**
     * Reads size and end of a JPEG or PNG file.
     *
     * @throws BrokenImageException if it is empty, neither JPEG nor PNG, damaged in its header, cut off at its end, or of
     *     more than 100 million pixels
     */
    public static ImageHeader read(Path file) throws IOException, BrokenImageException {
        if (!Files.isRegularFile(file)) {
            throw new BrokenImageException("it is no regular file");
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (channel.size() == 0) {
                throw new BrokenImageException("the file is empty");
            }
            byte[] start = bytes(channel, 0, ENDS_BYTES);
            byte[] end = bytes(channel, Math.max(0, channel.size() - ENDS_BYTES), ENDS_BYTES);
            ImageHeader header;
            boolean complete;
            if (JpegEnd.startsLikeJpeg(start)) {
                header = JpegFrame.size(stream(channel));
                complete = JpegEnd.isAtTail(end) || JpegEnd.isIn(stream(channel));
            } else if (PngHeader.startsLikePng(start)) {
                header = PngHeader.size(start);
                complete = endsPng(end);
            } else {
                throw new BrokenImageException("it is neither a JPEG nor a PNG image");
            }
            header.check();
            if (!complete) {
                throw new BrokenImageException("the image is cut off: its end is missing");
            }
            return header;
        }
    }

    private void check() throws BrokenImageException {
        if (width < 1 || height < 1) {
            throw new BrokenImageException("its header is damaged (%d x %d pixels)".formatted(width, height));
        }
        if ((long) width * height > MAX_PIXELS) {
            throw new BrokenImageException("it has %d x %d pixels, more than 100 million".formatted(width, height));
        }
    }

    private static boolean endsPng(byte[] end) {
        for (int from = end.length - PNG_END.length; from >= 0; from--) {
            if (Arrays.equals(PNG_END, Arrays.copyOfRange(end, from, from + PNG_END.length))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] bytes(SeekableByteChannel channel, long from, int count) throws IOException {
        channel.position(from);
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(count, channel.size() - from));
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // Reads until the buffer is full or the file ends.
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static InputStream stream(SeekableByteChannel channel) throws IOException {
        channel.position(0);
        return Channels.newInputStream(channel);
    }
}
