package io.ssdlab.core.data.image;

import io.ssdlab.spi.data.Image;
import java.io.ByteArrayOutputStream;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** Encoded pictures of unusual kinds, for tests. */
final class Encoded {

    private Encoded() {}

    /** Encoded by OpenCV with its own settings. */
    static byte[] as(String extension, Image image, int... settings) {
        try (MatScope scope = new MatScope()) {
            MatOfByte encoded = scope.emptyBytes();
            Imgcodecs.imencode(extension, scope.copyOf(image), encoded, scope.copyOf(settings));
            return encoded.toArray();
        }
    }

    /** The JPEG with a segment APP1 of the given content right after its start marker. */
    static byte[] withApp1(byte[] jpeg, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(0xff);
        out.write(0xe1);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** The content of an Exif segment that says: turn the picture by 90 degrees. */
    static byte[] exifTurned() {
        return new byte[] {
            'E',
            'x',
            'i',
            'f',
            0,
            0, // signature
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8, // big endian, first directory at 8
            0,
            1, // one entry
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0, // orientation, short, one value: 6
            0,
            0,
            0,
            0 // no further directory
        };
    }
}
