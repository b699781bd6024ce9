package io.ssdlab.core.data.image;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.Image;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the frames of a Motion JPEG clip in an AVI container: its first video stream, past sound and index. The one kind of
 * video that needs no codec but JPEG. The container is read here and not by OpenCV, whose reader refuses clips with sound and
 * such that are cut off.
 *
 * <p>Files are untrusted: a frame is decoded by {@link ImageDecoder}, with its bounds. One frame is held at a time. For one
 * thread.
 */
public final class MotionJpegReader implements AutoCloseable {

    /** How to make a clip that can be read. */
    public static final String REMEDY =
            "convert it to Motion JPEG in AVI: ffmpeg -i CLIP -c:v mjpeg -q:v 3 -an CLIP.avi";

    private static final double USUAL_RATE = 25;
    private static final int STREAM_HEADER_BYTES = 28;
    private static final int STREAM_FORMAT_BYTES = 20;

    private final Path file;
    private final SeekableByteChannel channel;
    private final ImageDecoder decoder = new ImageDecoder();

    private long position;
    private int streams = -1;
    private int videoStream = -1;
    private int width;
    private int height;
    private double framesPerSecond = USUAL_RATE;
    private long frameAt = -1;
    private int frameBytes;
    private boolean cutOff;

    private MotionJpegReader(Path file, SeekableByteChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens a clip, before its first frame.
     *
     * @throws InvalidInputException if it cannot be read, or is no such clip
     */
    public static MotionJpegReader open(Path file) {
        try {
            MotionJpegReader reader = new MotionJpegReader(file, Files.newByteChannel(file));
            boolean isClip = false;
            try {
                isClip = reader.readHeaders();
            } finally {
                if (!isClip) {
                    reader.close();
                }
            }
            if (!isClip) {
                throw new InvalidInputException(file.toString(), "this is no Motion JPEG clip in AVI", REMEDY);
            }
            return reader;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InvalidInputException unreadable(Path file, IOException cause) {
        InvalidInputException problem = new InvalidInputException(
                file.toString(), "the clip cannot be read: " + cause.getMessage(), "check that it is a readable file");
        problem.initCause(cause);
        return problem;
    }

    private boolean readHeaders() throws IOException {
        Optional<ByteBuffer> start = read(0, AviFormat.LIST_HEADER);
        if (start.filter(riff -> riff.getInt(0) == AviFormat.RIFF && riff.getInt(8) == AviFormat.AVI)
                .isEmpty()) {
            return false;
        }
        position = AviFormat.LIST_HEADER;
        while (videoStream < 0 || width == 0) {
            Optional<ByteBuffer> chunk = read(position, AviFormat.CHUNK_HEADER);
            if (chunk.isEmpty() || chunk.get().getInt(4) < 0) {
                return false;
            }
            readHeader(chunk.get().getInt(0));
            move(chunk.get());
        }
        return width > 0 && height > 0;
    }

    private void readHeader(int name) throws IOException {
        long content = position + AviFormat.CHUNK_HEADER;
        if (name == AviFormat.STREAM_HEADER) {
            streams++;
            read(content, STREAM_HEADER_BYTES)
                    .filter(stream -> videoStream < 0 && stream.getInt(0) == AviFormat.VIDEO)
                    .ifPresent(stream -> {
                        videoStream = streams;
                        double rate = (double) stream.getInt(24) / stream.getInt(20);
                        framesPerSecond = rate > 0 && Double.isFinite(rate) ? rate : USUAL_RATE;
                    });
        } else if (name == AviFormat.STREAM_FORMAT && streams == videoStream) {
            read(content, STREAM_FORMAT_BYTES)
                    .filter(format -> format.getInt(16) == AviFormat.MOTION_JPEG)
                    .ifPresent(format -> {
                        width = format.getInt(4);
                        height = Math.abs(format.getInt(8));
                    });
        }
    }

    /** Over a chunk, or into a list: its members come next. */
    private void move(ByteBuffer chunk) {
        int name = chunk.getInt(0);
        long length = Integer.toUnsignedLong(chunk.getInt(4));
        position += name == AviFormat.LIST || name == AviFormat.RIFF
                ? AviFormat.LIST_HEADER
                : AviFormat.CHUNK_HEADER + length + length % 2;
    }

    /** The width of every frame, in pixels. */
    public int width() {
        return width;
    }

    /** The height of every frame, in pixels. */
    public int height() {
        return height;
    }

    /** The rate at which the clip is played; 25 where it does not say. */
    public double framesPerSecond() {
        return framesPerSecond;
    }

    /**
     * Moves to the next frame without decoding it; false at the end.
     *
     * @throws InvalidInputException if the file cannot be read any more
     */
    public boolean advance() {
        try {
            Optional<ByteBuffer> chunk = read(position, AviFormat.CHUNK_HEADER);
            while (chunk.isPresent()) {
                long content = position + AviFormat.CHUNK_HEADER;
                move(chunk.get());
                if (isFrame(chunk.get().getInt(0))) {
                    int bytes = chunk.get().getInt(4);
                    cutOff = bytes < 0 || content + bytes > channel.size();
                    // An empty frame stands for the one before.
                    if (bytes > 0) {
                        frameAt = content;
                        frameBytes = bytes;
                    }
                    return !cutOff;
                }
                chunk = read(position, AviFormat.CHUNK_HEADER);
            }
            return false;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Whether the clip ended within a frame. */
    public boolean isCutOff() {
        return cutOff;
    }

    /** Whether a chunk is of the video stream: {@code 00dc}, or {@code 00db}. */
    private boolean isFrame(int name) {
        String stream = String.format(Locale.ROOT, "%02d", videoStream);
        return name == AviFormat.name(stream + "dc") || name == AviFormat.name(stream + "db");
    }

    /**
     * Decodes the frame that {@link #advance} moved to; empty if it is damaged or of another size than the clip's.
     *
     * @throws IllegalStateException if there is none
     * @throws InvalidInputException if the file cannot be read any more
     */
    public Optional<Image> frame() {
        if (frameAt < 0) {
            throw new IllegalStateException("at no frame of " + file);
        }
        try {
            return readBytes(frameAt, frameBytes)
                    .map(jpeg -> decoder.decode(file.toString(), jpeg))
                    .filter(image -> image.width() == width && image.height() == height);
        } catch (InvalidInputException damaged) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private Optional<ByteBuffer> read(long from, int length) throws IOException {
        return readBytes(from, length).map(AviFormat::numbers);
    }

    /** That many bytes from there; empty if the file ends before. */
    private Optional<byte[]> readBytes(long from, int length) throws IOException {
        if (from + length > channel.size()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        ByteBuffer left = ByteBuffer.wrap(bytes);
        channel.position(from);
        while (left.hasRemaining()) {
            if (channel.read(left) < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(bytes);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // Nothing was written.
        }
    }
}
