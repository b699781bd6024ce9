package io.ssdlab.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class IntervalChartTest {

    private static final IntervalRow REFERENCE =
            new IntervalRow("default", 0, Double.NaN, Double.NaN, Standing.REFERENCE, false, "reference");
    private static final IntervalRow WORSE =
            new IntervalRow("no 38x38 map", -28.9, -31.1, -26.6, Standing.WORSE, false, "28.9 points worse");
    private static final IntervalRow UNSURE =
            new IntervalRow("<b>&\u0000", 1.2, -0.2, 2.7, Standing.INDISTINGUISHABLE, true, "indistinguishable");

    private final Figure figure =
            new IntervalChart("Three choices", "points", List.of(REFERENCE, WORSE, UNSURE)).figure();

    @Test
    void dotsLieWhereTheirDifferencesAre() {
        List<Element> dots = XmlText.parse(figure.document()).elements("circle");

        double zero = x(dots.get(0));
        double worse = x(dots.get(1));
        double unsure = x(dots.get(2));
        assertThat((worse - zero) / (unsure - zero))
                .isCloseTo(-28.9 / 1.2, org.assertj.core.data.Percentage.withPercentage(2));
    }

    private static double x(Element dot) {
        return Double.parseDouble(dot.getAttribute("cx"));
    }

    @Test
    void dotsAreOpenWhereTheIntervalHoldsZero() {
        List<Element> dots = XmlText.parse(figure.document()).elements("circle");

        assertThat(dots.get(1).getAttribute("fill")).isEqualTo(Paint.WORSE.light());
        assertThat(dots.get(2).getAttribute("fill")).isEqualTo(Paint.PAPER.light());
        assertThat(dots.get(2).getAttribute("stroke")).isEqualTo(Paint.UNSURE.light());
    }

    @Test
    void intervalsOfImagesAloneAreDashedAndExplained() {
        List<Element> lines = XmlText.parse(figure.document()).elements("line");

        assertThat(lines.stream()
                        .filter(line -> line.getAttribute("stroke-width").equals("2.5"))
                        .map(line -> line.getAttribute("stroke-dasharray")))
                .containsExactly("5 3", "none");
        assertThat(XmlText.parse(figure.document()).texts("text")).contains("points; dashed: of the test images alone");
    }

    @Test
    void saysInWordsWhatItShowsAndHasItsNumbers() {
        XmlText page = XmlText.parse(figure.onPage().toString());

        assertThat(page.elements("svg").get(0).getAttribute("role")).isEqualTo("img");
        assertThat(page.texts("desc").get(0)).contains("no 38x38 map: 28.9 points worse.", "<b>& ");
        assertThat(page.texts("td")).contains("\u221228.90", "\u221231.10", "\u221226.60");
        assertThat(page.texts("summary")).hasSize(1);
    }

    @Test
    void onPaperNumbersStandInPlaceOfWordsAndNothingIsCutOff() {
        Figure paper = new IntervalChart("Three choices", "points", List.of(REFERENCE, WORSE, UNSURE)).paperFigure();

        XmlText drawn = XmlText.parse(paper.document());
        assertThat(paper.width()).isEqualTo(720);
        assertThat(drawn.texts("text"))
                .contains("reference", "\u221228.9 (\u221231.1 to \u221226.6)", "+1.2 (\u22120.2 to +2.7)")
                .noneMatch(text -> text.contains("\u2026"));
        assertThat(drawn.texts("desc").get(0)).contains("28.9 points worse");
    }

    @Test
    void onNarrowScreensDotsLieWhereTheirDifferencesAreBelowTheirWords() {
        Figure narrow = new IntervalChart("Three choices", "points", List.of(REFERENCE, WORSE, UNSURE)).narrowFigure();

        XmlText drawn = XmlText.parse(narrow.document());
        List<Element> dots = drawn.elements("circle");
        assertThat((x(dots.get(1)) - x(dots.get(0))) / (x(dots.get(2)) - x(dots.get(0))))
                .isCloseTo(-28.9 / 1.2, org.assertj.core.data.Percentage.withPercentage(2));
        assertThat(dots).allSatisfy(dot -> assertThat(x(dot)).isBetween(0.0, (double) narrow.width()));
        assertThat(drawn.texts("text")).contains("no 38x38 map", "28.9 points worse");
    }

    @Test
    void theAxisOfStripsHasItsEndsAndZero() {
        XmlText axis = XmlText.parse(
                new IntervalStrip("t", List.of(), -57.7, 35.2).scale().document());
        XmlText crowded = XmlText.parse(
                new IntervalStrip("t", List.of(), -57.7, 1).scale().document());

        assertThat(axis.texts("text")).containsExactly("0", "\u221258", "+35");
        assertThat(crowded.texts("text")).containsExactly("0", "\u221258");
    }

    @Test
    void aTableWithoutANumberIsAFigureToo() {
        IntervalRow missing =
                new IntervalRow("a", Double.NaN, Double.NaN, Double.NaN, Standing.UNKNOWN, false, "missing");

        Figure empty = new IntervalChart("t", "points", List.of(missing)).figure();

        assertThat(XmlText.parse(empty.document()).elements("circle")).isEmpty();
        assertThat(XmlText.parse(empty.document()).texts("text")).contains("missing");
    }
}
