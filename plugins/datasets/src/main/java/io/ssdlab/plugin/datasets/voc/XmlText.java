package io.ssdlab.plugin.datasets.voc;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an XML file, in the encoding that its first bytes tell: by a byte order mark, by their width, or by the XML
 * declaration; else in UTF-8.
 *
 * <p>Java's parser would do so too, but for bytes that are not in their encoding it knows no line, and prints to the
 * console besides.
 */
final class XmlText {

    private static final int DECLARATION_BYTES = 200;
    private static final Pattern DECLARED =
            Pattern.compile("^(?:\u00ef\u00bb\u00bf)?<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"'>]*)[\"']");

    private XmlText() {}

    /** Bytes that are not in their encoding; the message says in which. */
    static final class UndecodableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;

        UndecodableException(String message, int line) {
            super(message);
            this.line = line;
        }

        /** The first line that cannot be decoded, from 1. */
        int line() {
            return line;
        }
    }

    /** The text without a byte order mark. */
    static String decode(byte[] xml) throws UndecodableException {
        Charset charset = charset(xml);
        CharsetDecoder decoder = charset.newDecoder();
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(xml.length * (double) decoder.maxCharsPerByte()));
        boolean failed = decoder.decode(ByteBuffer.wrap(xml), text, true).isError()
                || decoder.flush(text).isError();
        text.flip();
        if (failed) {
            int line = 1
                    + (int) text.chars().filter(character -> character == '\n').count();
            throw new UndecodableException("the text is not " + charset.name(), line);
        }
        return text.length() > 0 && text.charAt(0) == '\ufeff'
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }

    private static Charset charset(byte[] xml) throws UndecodableException {
        int start = xml.length < 2 ? 0 : (xml[0] & 0xff) << 8 | (xml[1] & 0xff);
        if (start == 0xfeff || start == '<') {
            return StandardCharsets.UTF_16BE;
        }
        if (start == 0xfffe || start == '<' << 8) {
            return StandardCharsets.UTF_16LE;
        }
        String beginning = new String(xml, 0, Math.min(DECLARATION_BYTES, xml.length), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(beginning);
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UndecodableException("the encoding '" + declared.group(1) + "' is unknown", 1);
        }
    }
}
