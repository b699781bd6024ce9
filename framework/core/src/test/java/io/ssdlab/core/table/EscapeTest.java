package io.ssdlab.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '"',
            value = {
                "{1/3, 3} boxes→{1/3, 3} boxes",
                "SSD300*→SSD300*",
                "*SSD300*→\\*SSD300\\*",
                "no_38x38_map→no_38x38_map",
                "_a_→\\_a\\_",
                "a|b→a\\|b",
                "<b>x</b> 1 < 2→\\<b>x\\</b> 1 < 2",
                "a & b &amp; c→a & b \\&amp; c",
                "[x](http://y)→\\[x](http://y)",
                "C:\\_x→C:\\\\_x",
                "~~a~~→\\~\\~a\\~\\~",
                "`a`→\\`a\\`",
            })
    void markdown(String text, String expected) {
        assertThat(MarkdownEscape.inline(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {"- a→\\- a", "12. a→12\\. a", "# a→\\# a", "> a→\\> a", "38x38 map→38x38 map", "-3.2→\\-3.2"})
    void markdownAtTheBeginningOfALine(String text, String expected) {
        assertThat(MarkdownEscape.block(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {"a b→`a b`", "a `b` c→``a `b` c``", "`b`→`` `b` ``"})
    void markdownCode(String text, String expected) {
        assertThat(MarkdownEscape.code(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '"',
            value = {
                "{1/3, 3}→\\{1/3, 3\\}",
                "50 % & $x_1^2$ #→50 \\% \\& \\$x\\_1\\textasciicircum{}2\\$ \\#",
                "\\input{x}→\\textbackslash{}input\\{x\\}",
                "75.3 ± 1.4→75.3 \\(\\pm\\) 1.4",
                "-3.2 to -1.0→\\(-\\)3.2 to \\(-\\)1.0",
                "38x38-map→38x38-map",
                "--set→-{}-set",
                "✓→\\(\\checkmark\\)",
                "Größe→Größe",
                "中→\\texttt{U+4E2D}",
                "a<b~c→a\\textless{}b\\textasciitilde{}c",
            })
    void latex(String text, String expected) {
        assertThat(LatexEscape.text(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '|',
            value = {"<script>alert('x')</script>→&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", "\"&→&quot;&amp;"})
    void html(String text, String expected) {
        assertThat(HtmlEscape.text(text)).isEqualTo(expected);
    }
}
