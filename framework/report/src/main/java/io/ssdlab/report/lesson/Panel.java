package io.ssdlab.report.lesson;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * One picture of a figure.
 *
 * @param heading above it
 * @param captions below it, a paragraph each
 * @param drawing in a square of the sheet
 */
record Panel(String heading, List<String> captions, Drawing drawing) {

    Panel {
        captions = List.copyOf(captions);
    }

    /** Fills a square. */
    @FunctionalInterface
    interface Drawing {

        void on(Graphics2D graphics, Rectangle2D square);
    }
}
