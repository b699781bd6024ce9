package io.ssdlab.plugin.datasets.picture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Finds the size of a JPEG file in its frame header, from segment to segment (ITU T.81, B.2.2). {@code ImageIO} would make
 * the colour conversion of an embedded profile first, milliseconds an image.
 */
final class JpegFrame {

    private static final int MARKER = 0xff;
    private static final int BUFFER = 4096;

    private JpegFrame() {}

    /** Reads from the start of the file to its frame header, and somewhat further. */
    static ImageHeader size(InputStream jpeg) throws IOException, BrokenImageException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(jpeg, BUFFER));
        try {
            while (true) {
                int code = nextMarker(in);
                if (isFrame(code)) {
                    in.skipNBytes(Short.BYTES + 1); // length and precision
                    int height = in.readUnsignedShort();
                    return new ImageHeader(in.readUnsignedShort(), height);
                }
                if (JpegEnd.endsHeader(code)) {
                    throw damaged("it states no size");
                }
                if (JpegEnd.hasLength(code)) {
                    in.skipNBytes(Math.max(0, in.readUnsignedShort() - Short.BYTES));
                }
            }
        } catch (EOFException e) {
            throw damaged("it is cut off");
        }
    }

    private static BrokenImageException damaged(String how) {
        return new BrokenImageException("its header is damaged (" + how + ")");
    }

    /** The code of the next marker; foreign bytes before it are passed over, as decoders do. */
    private static int nextMarker(DataInputStream in) throws IOException {
        int value = in.readUnsignedByte();
        while (value != MARKER) {
            value = in.readUnsignedByte();
        }
        while (value == MARKER) {
            value = in.readUnsignedByte();
        }
        return value;
    }

    /** SOF0 to SOF15, without the three of that range that mean something else. */
    private static boolean isFrame(int code) {
        return code >= 0xc0 && code <= 0xcf && code != 0xc4 && code != 0xc8 && code != 0xcc;
    }
}
