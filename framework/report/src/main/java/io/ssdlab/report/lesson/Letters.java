package io.ssdlab.report.lesson;

import java.awt.Font;
import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.List;

/** The sizes of letters on a sheet. */
enum Letters {
    /** The figure's title. */
    TITLE(19),
    /** The title of a panel. */
    HEADING(15),
    /** What stands below. */
    TEXT(14),
    /** Names in a picture. */
    LABEL(12);

    private final int size;

    Letters(int size) {
        this.size = size;
    }

    Font font(int style) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /** A text in lines of at most that width, broken between words; a word that is wider stands alone. */
    static List<String> lines(String text, FontMetrics metrics, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && metrics.stringWidth(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
