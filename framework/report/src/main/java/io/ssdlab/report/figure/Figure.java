package io.ssdlab.report.figure;

import java.util.Locale;

/**
 * A drawn chart.
 *
 * @param title what it shows
 * @param description what it says, in sentences, for who cannot see it
 * @param width in pixels
 * @param height in pixels
 * @param drawing shapes of SVG
 * @param data its numbers
 */
public record Figure(String title, String description, int width, int height, Markup drawing, DataTable data) {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    /** In pixels: wider figures keep their letters readable on small screens, and scroll. */
    private static final int WIDE = 480;

    private static final String TYPEFACE = "sans-serif";

    /** The figure within a page, followed by its numbers, which unfold. */
    public Markup onPage() {
        return withNumbers(scrolling());
    }

    /**
     * The same on pages for screens of any width.
     *
     * @param narrow what narrow screens show in its place
     */
    public Markup onPage(Figure narrow) {
        Markup drawings =
                new Markup().open("div", "class", "on-wide").add(scrolling()).close("div");
        return withNumbers(drawings.open("div", "class", "on-narrow")
                .add(narrow.drawingOnPage())
                .close("div"));
    }

    private Markup scrolling() {
        Markup scrolling = new Markup();
        scrolling.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", title);
        return scrolling.add(svg("", "img")).close("div");
    }

    private Markup withNumbers(Markup drawings) {
        Markup figure = new Markup();
        figure.open("figure").add(drawings);
        figure.open("details").element("summary", "Numbers of this figure");
        figure.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", "numbers: " + title);
        figure.add(data.markup(title));
        return figure.close("div").close("details").close("figure");
    }

    /** The drawing alone, within a text that has its numbers. */
    public Markup drawingOnPage() {
        return svg("", "img");
    }

    /** The figure as a file of its own, on white ground. */
    public String document() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg(NAMESPACE, "img");
    }

    private Markup svg(String namespace, String role) {
        Markup svg = new Markup();
        String box = String.format(Locale.ROOT, "0 0 %d %d", width, height);
        if (namespace.isEmpty()) {
            svg.open(
                    "svg",
                    "role",
                    role,
                    "class",
                    width > WIDE ? "wide" : "narrow",
                    "viewBox",
                    box,
                    "width",
                    "" + width,
                    "height",
                    "" + height);
        } else {
            svg.open(
                    "svg",
                    "xmlns",
                    namespace,
                    "role",
                    role,
                    "viewBox",
                    box,
                    "width",
                    "" + width,
                    "height",
                    "" + height,
                    "font-family",
                    TYPEFACE);
        }
        svg.element("title", title).element("desc", description);
        if (!namespace.isEmpty()) {
            svg.add(new Canvas().rectangle(0, 0, width, height, Paint.PAPER, 1).markup());
        }
        return svg.add(drawing).close("svg");
    }
}
