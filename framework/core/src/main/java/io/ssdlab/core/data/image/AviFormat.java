package io.ssdlab.core.data.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Names and sizes of the AVI container (RIFF: chunks of a name, a length and a content that is padded to an even length). */
final class AviFormat {

    static final int RIFF = name("RIFF");
    static final int LIST = name("LIST");
    static final int AVI = name("AVI ");
    static final int STREAM_HEADER = name("strh");
    static final int STREAM_FORMAT = name("strf");
    static final int VIDEO = name("vids");
    static final int MOTION_JPEG = name("MJPG");
    static final int MAIN_HEADER = name("avih");
    static final int INDEX = name("idx1");

    /** A chunk's name and length. */
    static final int CHUNK_HEADER = 8;

    /** A list's name and length, and what it is a list of. */
    static final int LIST_HEADER = 12;

    private AviFormat() {}

    /** The number that four letters are in the file. */
    static int name(String letters) {
        return numbers(letters.getBytes(StandardCharsets.US_ASCII)).getInt();
    }

    /** The bytes as little-endian numbers. */
    static ByteBuffer numbers(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
