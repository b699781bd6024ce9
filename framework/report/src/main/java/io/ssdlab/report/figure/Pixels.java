package io.ssdlab.report.figure;

/** Lengths and places in drawings, to a tenth of a pixel. A report has millions of these: formats would take longer than all else. */
public final class Pixels {

    private static final int PARTS = 10;

    private Pixels() {}

    /** A finite number as SVG has it. */
    public static String of(double value) {
        long tenths = Math.round(value * PARTS);
        long whole = Math.abs(tenths / PARTS);
        long rest = Math.abs(tenths % PARTS);
        return (tenths < 0 ? "-" : "") + (rest == 0 ? Long.toString(whole) : whole + "." + rest);
    }
}
