package io.ssdlab.core.draw;

import java.awt.Color;

/** A colour for each label, far from its neighbours', always the same. */
final class ClassColours {

    /** The golden angle as a share of the circle: however many hues there are, each lands in the widest gap. */
    private static final float GOLDEN_ANGLE = 0.381966f;

    private static final float SATURATION = 0.85f;
    private static final float BRIGHTNESS = 0.95f;
    private static final double LIGHT = 140;

    private ClassColours() {}

    /** The colour of label 1, 2, ... */
    static Color of(int label) {
        return Color.getHSBColor((label - 1) * GOLDEN_ANGLE, SATURATION, BRIGHTNESS);
    }

    /** Black or white, whichever can be read on a colour (luma of ITU-R BT.601). */
    static Color readableOn(Color background) {
        double luma = 0.299 * background.getRed() + 0.587 * background.getGreen() + 0.114 * background.getBlue();
        return luma > LIGHT ? Color.BLACK : Color.WHITE;
    }
}
