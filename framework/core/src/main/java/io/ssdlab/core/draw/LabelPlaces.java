package io.ssdlab.core.draw;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds places for labels on a canvas: at their boxes, inside the canvas, and where one is left, not over another label.
 * Earlier labels have the choice. For one thread.
 */
final class LabelPlaces {

    private final int width;
    private final int height;
    private final List<Rectangle> taken = new ArrayList<>();

    /** A canvas of that size, in pixels, with no label on it. */
    LabelPlaces(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /**
     * Takes a place.
     *
     * @param box on the canvas; may reach beyond it
     * @param labelWidth at most the canvas's
     * @param labelHeight at most the canvas's
     */
    Rectangle take(Rectangle2D box, int labelWidth, int labelHeight) {
        int left = (int) box.getMinX();
        int right = (int) box.getMaxX() - labelWidth;
        int top = (int) box.getMinY();
        int bottom = (int) box.getMaxY();
        // Above the box, below it, inside it at the top and at the bottom; further down the inside for boxes in a heap.
        List<Integer> tops = new ArrayList<>(List.of(top - labelHeight, bottom, top, bottom - labelHeight));
        for (int y = top + labelHeight; y < bottom - labelHeight; y += labelHeight) {
            tops.add(y);
        }
        List<Rectangle> candidates = new ArrayList<>();
        for (int y : tops) {
            candidates.add(within(left, y, labelWidth, labelHeight));
            candidates.add(within(right, y, labelWidth, labelHeight));
        }
        // The first of the best: the order above is that of preference.
        Rectangle place =
                candidates.stream().min(Comparator.comparingLong(this::covered)).orElseThrow();
        taken.add(place);
        return place;
    }

    private Rectangle within(int x, int y, int labelWidth, int labelHeight) {
        return new Rectangle(
                Math.max(0, Math.min(width - labelWidth, x)),
                Math.max(0, Math.min(height - labelHeight, y)),
                labelWidth,
                labelHeight);
    }

    /** How many pixels of other labels it would cover, each counted as often as it is covered. */
    private long covered(Rectangle place) {
        return taken.stream()
                .map(place::intersection)
                .filter(overlap -> !overlap.isEmpty())
                .mapToLong(overlap -> (long) overlap.width * overlap.height)
                .sum();
    }
}
