package io.ssdlab.core.data.image;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.Image;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * Decodes JPEG, PNG and BMP files into 8-bit BGR pixels, grey and transparent ones too. An orientation in the metadata is
 * ignored, as by the original: annotations are in pixels as stored.
 *
 * <p>Files are untrusted. Only these three formats reach a decoder, and only after the file's size and the size in pixels
 * that its header claims were found to be within bounds. Immutable, for any number of threads.
 */
public final class ImageDecoder {

    private static final int MAX_BYTES = 256 << 20;
    private static final long MAX_PIXELS = 100_000_000;

    private final int maxBytes;
    private final long maxPixels;

    /** A decoder for files of up to 256 MiB and pictures of up to 100 megapixels. */
    public ImageDecoder() {
        this(MAX_BYTES, MAX_PIXELS);
    }

    ImageDecoder(int maxBytes, long maxPixels) {
        this.maxBytes = maxBytes;
        this.maxPixels = maxPixels;
    }

    /**
     * Decodes a file.
     *
     * @throws InvalidInputException naming image and file, if it cannot be read, is too large, is no picture or is cut off
     */
    public Image decode(String imageId, Path file) {
        String where = imageId + " (" + file + ")";
        return decode(where, read(where, file));
    }

    /**
     * Decodes what is in memory.
     *
     * @param where it is from, for messages
     * @throws InvalidInputException if it is too large, is no picture or is cut off
     */
    public Image decode(String where, byte[] encoded) {
        PictureHeader header = PictureHeader.read(encoded)
                .orElseThrow(() -> new InvalidInputException(
                        where,
                        encoded.length == 0 ? "the file is empty" : "this is no JPEG, PNG or BMP picture",
                        "put the picture there, or take the image out of the split"));
        if ((long) header.width() * header.height() > maxPixels) {
            throw new InvalidInputException(
                    where,
                    "the picture has %d x %d pixels, more than %d"
                            .formatted(header.width(), header.height(), maxPixels),
                    "shrink it, and its boxes with it");
        }
        if (!header.complete()) {
            throw new InvalidInputException(
                    where,
                    "the picture is cut off or damaged: its end marker is not reached",
                    "fetch or copy the file again");
        }
        return decodeWhole(where, encoded);
    }

    private byte[] read(String where, Path file) {
        byte[] encoded;
        try (InputStream in = Files.newInputStream(file)) {
            encoded = in.readNBytes(maxBytes + 1);
        } catch (NoSuchFileException e) {
            throw problem(where, "there is no such file", "check the data folder, or fetch the data set again", e);
        } catch (IOException e) {
            throw problem(where, "the file cannot be read: " + e.getMessage(), "check that it is a readable file", e);
        }
        if (encoded.length > maxBytes) {
            throw new InvalidInputException(
                    where, "the file has more than %d bytes".formatted(maxBytes), "encode the picture smaller");
        }
        return encoded;
    }

    private static Image decodeWhole(String where, byte[] encoded) {
        try (MatScope scope = new MatScope()) {
            Mat bgr = scope.adopt(Imgcodecs.imdecode(
                    scope.copyOf(encoded), Imgcodecs.IMREAD_COLOR | Imgcodecs.IMREAD_IGNORE_ORIENTATION));
            if (bgr.empty()) {
                throw new InvalidInputException(where, "the picture is damaged", "fetch or copy the file again");
            }
            return scope.toImage(bgr);
        } catch (CvException e) {
            throw problem(where, "the picture is damaged: " + e.getMessage(), "fetch or copy the file again", e);
        }
    }

    private static InvalidInputException problem(String where, String what, String remedy, Exception cause) {
        InvalidInputException problem = new InvalidInputException(where, what, remedy);
        problem.initCause(cause);
        return problem;
    }
}
