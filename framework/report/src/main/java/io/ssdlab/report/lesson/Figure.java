package io.ssdlab.report.lesson;

/** A figure to write. Immutable by agreement. */
public final class Figure {

    private final String name;
    private final String shows;
    private final byte[] png;

    Figure(String name, String shows, byte[] png) {
        this.name = name;
        this.shows = shows;
        this.png = png;
    }

    /** Of its file, with the extension. */
    public String name() {
        return name;
    }

    /** What it shows, in a few words. */
    public String shows() {
        return shows;
    }

    /** The encoded picture. Shared, read only. */
    public byte[] png() {
        return png;
    }
}
