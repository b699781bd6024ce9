package io.ssdlab.plugin.datasets.voc;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Finds text that is not in the encoding of its XML file. Java's parser knows no line for such an error, and prints to the
 * console besides.
 */
final class XmlEncoding {

    private static final int PROLOG_BYTES = 200;
    private static final Pattern OTHER_THAN_UTF_8 = Pattern.compile(
            "^(\u00fe\u00ff|\u00ff\u00fe|\u0000|.\u0000|<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!utf-8[\"']))",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private XmlEncoding() {}

    /** The first line, from 1, that is no UTF-8, if the file should be UTF-8: it is unless it says otherwise. */
    static OptionalInt malformedLine(byte[] xml) {
        int prolog = Math.min(PROLOG_BYTES, xml.length);
        if (OTHER_THAN_UTF_8
                .matcher(new String(xml, 0, prolog, StandardCharsets.ISO_8859_1))
                .find()) {
            return OptionalInt.empty();
        }
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(xml);
        CoderResult result = utf8.decode(bytes, CharBuffer.allocate(xml.length), true);
        if (!result.isError()) {
            return OptionalInt.empty();
        }
        int line = 1;
        for (int i = 0; i < bytes.position(); i++) {
            line += xml[i] == '\n' ? 1 : 0;
        }
        return OptionalInt.of(line);
    }
}
