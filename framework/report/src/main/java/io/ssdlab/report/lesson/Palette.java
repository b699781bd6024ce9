package io.ssdlab.report.lesson;

import java.awt.Color;

/**
 * The colours of figures: told apart by the colour-blind too, the hues of Okabe and Ito (2008), wine for sky blue, dark enough for names on light
 * ground.
 */
final class Palette {

    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x222222);
    static final Color FAINT_INK = new Color(0x5A5A5A);
    static final Color SURROUND = new Color(0xF1F1F1);
    static final Color GRID = new Color(0x9A9A9A);
    static final Color BLUE = new Color(0x0072B2);
    static final Color VERMILION = new Color(0xB84B00);
    static final Color GREEN = new Color(0x007A58);

    private static final Color PURPLE = new Color(0xA04F83);
    private static final Color ORANGE = new Color(0x8A6000);
    private static final Color WINE = new Color(0x661133);
    private static final Color[] OBJECTS = {BLUE, VERMILION, GREEN, PURPLE, ORANGE, WINE};

    private Palette() {}

    /** The colour of object 0, 1, ... of an image; the seventh has that of the first. */
    static Color ofObject(int object) {
        return OBJECTS[object % OBJECTS.length];
    }
}
