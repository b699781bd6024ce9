package io.ssdlab.report.figure;

import java.util.Locale;

/**
 * A drawing of a figure under way, in pixels from the upper left corner. Each shape has its colour twice: as an attribute for files
 * of their own, as a class for pages. For one thread.
 */
final class Canvas {

    static final double TEXT = 13;
    static final double SMALL = 11.5;

    private final Markup markup = new Markup();

    /** To which side of its place a text lies. */
    enum Anchor {
        /** To the right. */
        START("start"),
        /** On both sides. */
        MIDDLE("middle"),
        /** To the left. */
        END("end");

        private final String value;

        Anchor(String value) {
            this.value = value;
        }
    }

    Canvas line(double x1, double y1, double x2, double y2, Paint paint, double width) {
        return line(x1, y1, x2, y2, paint, width, "none");
    }

    /** @param dashes lengths of dashes and gaps, {@code none} for a line that is drawn through */
    Canvas line(double x1, double y1, double x2, double y2, Paint paint, double width, String dashes) {
        markup.empty(
                "line",
                "x1",
                Pixels.of(x1),
                "y1",
                Pixels.of(y1),
                "x2",
                Pixels.of(x2),
                "y2",
                Pixels.of(y2),
                "class",
                paint.strokeClass(),
                "stroke",
                paint.light(),
                "stroke-width",
                Pixels.of(width),
                "stroke-dasharray",
                dashes);
        return this;
    }

    /** @param path the commands of an outline that is not filled */
    Canvas path(String path, Paint paint, double width, double opacity) {
        return path(path, paint, width, opacity, "none");
    }

    /** @param dashes lengths of dashes and gaps, {@code none} for a line that is drawn through */
    Canvas path(String path, Paint paint, double width, double opacity, String dashes) {
        markup.empty(
                "path",
                "d",
                path,
                "class",
                paint.strokeClass(),
                "stroke",
                paint.light(),
                "stroke-width",
                Pixels.of(width),
                "stroke-opacity",
                Pixels.of(opacity),
                "stroke-dasharray",
                dashes,
                "stroke-linejoin",
                "round",
                "fill",
                "none");
        return this;
    }

    Canvas rectangle(double x, double y, double width, double height, Paint paint, double opacity) {
        markup.empty(
                "rect",
                "x",
                Pixels.of(x),
                "y",
                Pixels.of(y),
                "width",
                Pixels.of(Math.max(0, width)),
                "height",
                Pixels.of(Math.max(0, height)),
                "class",
                paint.fillClass(),
                "fill",
                paint.light(),
                "fill-opacity",
                hundredths(opacity));
        return this;
    }

    Canvas disc(double x, double y, double radius, Paint paint) {
        markup.empty(
                "circle",
                "cx",
                Pixels.of(x),
                "cy",
                Pixels.of(y),
                "r",
                Pixels.of(radius),
                "class",
                paint.fillClass(),
                "fill",
                paint.light());
        return this;
    }

    /** A circle that is open: filled with the ground. */
    Canvas ring(double x, double y, double radius, Paint paint) {
        markup.empty(
                "circle",
                "cx",
                Pixels.of(x),
                "cy",
                Pixels.of(y),
                "r",
                Pixels.of(radius),
                "class",
                Paint.PAPER.fillClass() + " " + paint.strokeClass(),
                "fill",
                Paint.PAPER.light(),
                "stroke",
                paint.light(),
                "stroke-width",
                "2");
        return this;
    }

    Canvas text(double x, double y, String text, Anchor anchor, Paint paint, double size) {
        return text(x, y, text, anchor, paint, size, "400");
    }

    /** @param y of the line that the letters stand on */
    Canvas text(double x, double y, String text, Anchor anchor, Paint paint, double size, String weight) {
        markup.element(
                "text",
                text,
                "x",
                Pixels.of(x),
                "y",
                Pixels.of(y),
                "text-anchor",
                anchor.value,
                "font-size",
                Pixels.of(size),
                "font-weight",
                weight,
                "class",
                paint.fillClass(),
                "fill",
                paint.light());
        return this;
    }

    /** A text upwards along the left side. */
    Canvas upwards(double x, double y, String text, Paint paint, double size) {
        markup.element(
                "text",
                text,
                "transform",
                "translate(%s %s) rotate(-90)".formatted(Pixels.of(x), Pixels.of(y)),
                "text-anchor",
                Anchor.MIDDLE.value,
                "font-size",
                Pixels.of(size),
                "class",
                paint.fillClass(),
                "fill",
                paint.light());
        return this;
    }

    /** A text upwards to the right, as heads of narrow columns. */
    Canvas slanted(double x, double y, String text) {
        markup.element(
                "text",
                text,
                "transform",
                "translate(%s %s) rotate(-55)".formatted(Pixels.of(x), Pixels.of(y)),
                "font-size",
                Pixels.of(SMALL),
                "class",
                Paint.INK.fillClass(),
                "fill",
                Paint.INK.light());
        return this;
    }

    /**
     * Begins shapes that belong together.
     *
     * @param title what a pointer over one of them shows; may be empty
     */
    Canvas group(String title) {
        markup.open("g");
        if (!title.isEmpty()) {
            markup.element("title", title);
        }
        return this;
    }

    Canvas end() {
        markup.close("g");
        return this;
    }

    /** Moves what follows, up to {@link #end}. */
    Canvas moved(double x, double y) {
        markup.open("g", "transform", "translate(%s %s)".formatted(Pixels.of(x), Pixels.of(y)));
        return this;
    }

    Markup markup() {
        return markup;
    }

    private static String hundredths(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
