package io.ssdlab.report.figure;

import io.ssdlab.core.table.HtmlEscape;

/**
 * A piece of HTML or SVG that is written element by element. Texts and values of attributes are escaped here and nowhere else, so
 * that no name from a data set or an experiment can become markup. What is written is well-formed XML too. For one thread.
 */
public final class Markup {

    private final StringBuilder out = new StringBuilder();

    /**
     * Begins an element.
     *
     * @param attributes names and values, in turn
     */
    public Markup open(String element, String... attributes) {
        tag(element, attributes);
        out.append('>');
        return this;
    }

    /** Ends the element that was begun last and not ended; a line feed follows. */
    public Markup close(String element) {
        out.append("</").append(checked(element)).append(">\n");
        return this;
    }

    /** An element without content. */
    public Markup empty(String element, String... attributes) {
        tag(element, attributes);
        out.append("/>");
        return this;
    }

    /** An element with nothing but a text. */
    public Markup element(String element, String text, String... attributes) {
        open(element, attributes);
        text(text);
        out.append("</").append(element).append('>');
        return this;
    }

    /** A text, which stands for itself. */
    public Markup text(String text) {
        out.append(HtmlEscape.text(text));
        return this;
    }

    /** What is markup already. */
    public Markup add(Markup other) {
        out.append(other.out);
        return this;
    }

    /** A style sheet or script of our own, as it is: nothing in it may be from elsewhere, nor end its element. */
    public Markup raw(String own) {
        if (own.contains("<") || own.contains("&")) {
            throw new IllegalArgumentException("a style sheet or script with < or & is not well-formed XML");
        }
        out.append(own);
        return this;
    }

    private void tag(String element, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("an attribute of <" + element + "> has no value");
        }
        out.append('<').append(checked(element));
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(checked(attributes[i])).append("=\"");
            text(attributes[i + 1]);
            out.append('"');
        }
    }

    private static String checked(String name) {
        boolean named = !name.isEmpty() && isLetter(name.charAt(0));
        for (int i = 1; i < name.length() && named; i++) {
            char next = name.charAt(i);
            named = isLetter(next) || (next >= '0' && next <= '9') || next == ':' || next == '-';
        }
        if (!named) {
            throw new IllegalArgumentException("no name of an element or attribute: " + name);
        }
        return name;
    }

    private static boolean isLetter(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
