package io.ssdlab.report.lesson;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Panels side by side, in rows, with a title and a sentence above.
 *
 * @param title what is seen
 * @param lead what to look for
 * @param columns of panels
 * @param side of a panel's square
 */
record PanelFigure(String title, String lead, int columns, int side, List<Panel> panels) {

    private static final int MARGIN = 22;
    private static final int GAP = 22;
    private static final int SPACE = 8;
    private static final double PLAIN_TO_BOLD = 0.86;

    PanelFigure {
        panels = List.copyOf(panels);
    }

    byte[] png() {
        int width = 2 * MARGIN + columns * side + (columns - 1) * GAP;
        FontMetrics text = Sheet.metrics(Letters.TEXT);
        int heading = Sheet.metrics(Letters.HEADING).getHeight();
        // Bold letters are wider.
        List<String> titleLines =
                Letters.lines(title, Sheet.metrics(Letters.TITLE), (width - 2 * MARGIN) * PLAIN_TO_BOLD);
        List<String> leadLines = Letters.lines(lead, text, width - 2 * MARGIN);
        int top = MARGIN
                + titleLines.size() * Sheet.metrics(Letters.TITLE).getHeight()
                + SPACE / 2
                + leadLines.size() * text.getHeight()
                + SPACE;
        List<Integer> heights = new ArrayList<>();
        for (int first = 0; first < panels.size(); first += columns) {
            int lines = row(first).stream()
                    .mapToInt(panel -> captions(panel, text).size())
                    .max()
                    .orElseThrow();
            heights.add(SPACE + heading + SPACE / 2 + side + SPACE + lines * text.getHeight() + SPACE);
        }
        int height = top + heights.stream().mapToInt(Integer::intValue).sum() + MARGIN - SPACE;
        Sheet sheet = new Sheet(width, height);
        double below = sheet.write(titleLines, Letters.TITLE, Font.BOLD, Palette.INK, MARGIN, MARGIN);
        sheet.write(leadLines, Letters.TEXT, Font.PLAIN, Palette.FAINT_INK, MARGIN, below + SPACE / 2.0);
        double y = top;
        for (int row = 0; row < heights.size(); row++) {
            double x = MARGIN;
            for (Panel panel : row(row * columns)) {
                draw(panel, sheet, x, y + SPACE, text);
                x += side + GAP;
            }
            y += heights.get(row);
        }
        return sheet.png();
    }

    private List<Panel> row(int first) {
        return panels.subList(first, Math.min(panels.size(), first + columns));
    }

    private List<String> captions(Panel panel, FontMetrics text) {
        return panel.captions().stream()
                .flatMap(caption -> Letters.lines(caption, text, side).stream())
                .toList();
    }

    private void draw(Panel panel, Sheet sheet, double x, double y, FontMetrics text) {
        double below =
                sheet.write(List.of(panel.heading()), Letters.HEADING, Font.BOLD, Palette.INK, x, y) + SPACE / 2.0;
        panel.drawing().on(sheet.graphics(), new Rectangle2D.Double(x, below, side, side));
        sheet.write(captions(panel, text), Letters.TEXT, Font.PLAIN, Palette.INK, x, below + side + SPACE);
    }
}
