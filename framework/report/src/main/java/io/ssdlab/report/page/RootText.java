package io.ssdlab.report.page;

import java.util.Locale;

/** Texts with numbers in them, the same wherever a report is made. */
final class RootText {

    private RootText() {}

    /** As {@link String#formatted}, with a point before decimals and a comma between thousands. */
    static String of(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
