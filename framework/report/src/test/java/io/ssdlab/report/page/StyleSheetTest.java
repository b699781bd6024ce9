package io.ssdlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The style sheet has its colours from the paints, whose contrast has a test of its own. */
class StyleSheetTest {

    /** Paints that are dark enough for text on the ground, light enough on dark ground. */
    private static final Set<String> TEXT = Set.of("ink", "soft", "better", "worse", "unsure");

    /** The ground behind images, which are light whatever the theme. */
    private static final Set<String> BEHIND_IMAGES = Set.of("#f1f2f4", "#fff");

    @Test
    void textHasPaintsThatAreMadeForText() throws IOException {
        List<String> colours = found("(?<![-a-z])color: ([^;}]+)");

        assertThat(colours)
                .isNotEmpty()
                .allSatisfy(colour -> assertThat(colour)
                        .satisfiesAnyOf(
                                value -> assertThat(value).isEqualTo("inherit"),
                                value -> assertThat(TEXT.stream().map("var(--%s)"::formatted))
                                        .contains(value)));
    }

    @Test
    void noColourIsOutsideOfThePaintsButTheGroundOfImages() throws IOException {
        assertThat(found("(#[0-9a-f]{3,8})\\b")).isNotEmpty().allMatch(BEHIND_IMAGES::contains);
    }

    private static List<String> found(String pattern) throws IOException {
        try (InputStream css = PageFrame.class.getResourceAsStream("report.css")) {
            String text = new String(css.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile(pattern)
                    .matcher(text)
                    .results()
                    .map((MatchResult match) -> match.group(1).strip())
                    .toList();
        }
    }
}
