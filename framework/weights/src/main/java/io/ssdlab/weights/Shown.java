package io.ssdlab.weights;

/** Texts of a file as messages show them: short, in one line. */
final class Shown {

    private static final int MOST = 80;

    private Shown() {}

    static String of(String text) {
        String start = text.length() > MOST ? text.substring(0, MOST) + "..." : text;
        return start.replaceAll("\\p{C}", "?");
    }
}
