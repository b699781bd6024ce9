package io.ssdlab.coco;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a JSON file with a list of objects, cut between two of these, so that several threads can read the parts.
 *
 * <p>A cut is where a brace closes, a comma follows and a brace opens. That may be in the middle of a text or of an object
 * inside another: then the part before it is no list, for what a prefix of JSON means does not depend on what follows. If
 * every part is a list of objects, the file is the list of all of them.
 *
 * @param start of the part's first byte, in bytes
 * @param end behind its last byte
 * @param opened whether it has the list's opening bracket, which only the first part has
 * @param closed whether it has the closing bracket, which only the last part has
 */
record ObjectListPart(Path file, long start, long end, boolean opened, boolean closed) {

    /** How much is looked at for a place to cut; much more than an object of the files that are read. */
    private static final int WINDOW = 1 << 16;

    /**
     * Cuts a file.
     *
     * @param bytes of a part, about, if there is a place to cut
     */
    static List<ObjectListPart> cut(Path file, int bytes) throws IOException {
        List<ObjectListPart> parts = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long start = 0;
            for (long wanted = bytes; wanted < size - bytes / 2; wanted += bytes) {
                long comma = commaBetweenObjects(channel, wanted);
                if (comma > start) {
                    parts.add(new ObjectListPart(file, start, comma, start == 0, false));
                    start = comma + 1;
                }
            }
            parts.add(new ObjectListPart(file, start, size, start == 0, true));
        }
        return parts;
    }

    /** The part as a list by itself, in UTF-8. */
    byte[] json() throws IOException {
        ByteBuffer json = ByteBuffer.allocate(Math.toIntExact(end - start + 2));
        json.put((byte) (opened ? ' ' : '['));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            json.limit(json.capacity() - 1);
            read(channel, json, start);
            if (json.hasRemaining()) {
                throw new EOFException(file + " became shorter");
            }
        }
        json.limit(json.capacity());
        json.put((byte) (closed ? ' ' : ']'));
        return json.array();
    }

    /** The first one from a place on; -1 if there is none in the window. */
    private static long commaBetweenObjects(FileChannel channel, long from) throws IOException {
        ByteBuffer window = ByteBuffer.allocate(WINDOW);
        read(channel, window, from);
        String text = new String(window.array(), 0, window.position(), StandardCharsets.ISO_8859_1);
        for (int brace = text.indexOf('}'); brace >= 0; brace = text.indexOf('}', brace + 1)) {
            int comma = pastBlanks(text, brace + 1);
            if (comma < text.length() && text.charAt(comma) == ',') {
                int next = pastBlanks(text, comma + 1);
                if (next < text.length() && text.charAt(next) == '{') {
                    return from + comma;
                }
            }
        }
        return -1;
    }

    private static int pastBlanks(String text, int from) {
        int place = from;
        while (place < text.length() && " \t\r\n".indexOf(text.charAt(place)) >= 0) {
            place++;
        }
        return place;
    }

    /** Until the buffer is full or the file ends. */
    private static void read(FileChannel channel, ByteBuffer buffer, long from) throws IOException {
        long place = from;
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, place);
            if (count < 0) {
                return;
            }
            place += count;
        }
    }
}
