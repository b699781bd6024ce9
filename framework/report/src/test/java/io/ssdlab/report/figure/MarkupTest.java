package io.ssdlab.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class MarkupTest {

    /** Whatever a name holds, a parser sees one element with that text, not markup. */
    @Property(tries = 300)
    void anyTextStandsForItself(@ForAll String text) {
        String markup = new Markup().element("p", text, "title", text).toString();

        Element parsed = XmlText.parse(markup).elements("p").get(0);
        assertThat(XmlText.parse(markup).elements()).hasSize(1);
        assertThat(parsed.getTextContent()).isEqualTo(shown(text));
        assertThat(parsed.getAttribute("title")).isEqualTo(shown(text));
    }

    /** What XML has no character for is replaced, controls are blanks. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean control = point < 0x20 || (point >= 0x7F && point <= 0x9F);
            boolean none = (point >= 0xD800 && point <= 0xDFFF) || (point & 0xFFFF) >= 0xFFFE;
            shown.appendCodePoint(control ? ' ' : none ? 0xFFFD : point);
        });
        return shown.toString();
    }

    @Test
    void refusesNamesThatCouldBreakOut() {
        assertThatThrownBy(() -> new Markup().open("p onclick=x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Markup().open("p", "a\"b", "c")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Markup().raw("</style>")).isInstanceOf(IllegalArgumentException.class);
    }
}
