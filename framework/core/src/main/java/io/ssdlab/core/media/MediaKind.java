package io.ssdlab.core.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What a file is, going by its first bytes. */
enum MediaKind {
    /** JPEG, PNG or BMP. */
    PICTURE,
    /** AVI with Motion JPEG as its first video stream. */
    MOTION_JPEG,
    /** A video of another kind. */
    OTHER_VIDEO,
    /** Nothing of these. */
    UNKNOWN;

    /** How many bytes tell: AVI's list of streams comes first in the file. */
    static final int HEAD = 4096;

    private static final Set<String> VIDEO_EXTENSIONS =
            Set.of("avi", "mp4", "m4v", "mov", "mkv", "webm", "mpg", "mpeg", "wmv", "flv", "ts", "3gp", "ogv");

    /**
     * Tells the kind.
     *
     * @param head the file's first {@link #HEAD} bytes; fewer of a shorter one
     * @param name of the file: video formats are many, and the extension tells most of them
     */
    static MediaKind of(byte[] head, String name) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff") || text.startsWith("\u0089PNG\r\n\u001a\n") || isBmp(text)) {
            return PICTURE;
        }
        if (text.startsWith("RIFF") && text.startsWith("AVI ", 8)) {
            int stream = text.indexOf("vids");
            return stream >= 0 && text.regionMatches(true, stream + 4, "MJPG", 0, 4) ? MOTION_JPEG : OTHER_VIDEO;
        }
        boolean container = text.startsWith("ftyp", 4) || text.startsWith("\u001aE\u00df\u00a3");
        boolean named = VIDEO_EXTENSIONS.contains(extension(name)) && !text.isEmpty();
        return container || named ? OTHER_VIDEO : UNKNOWN;
    }

    /** The size of the header that follows the file's own is small; letters there make it a text. */
    private static boolean isBmp(String text) {
        return text.startsWith("BM") && text.length() > 26 && text.startsWith("\0\0\0", 15);
    }

    /** In lower case; empty without one. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
