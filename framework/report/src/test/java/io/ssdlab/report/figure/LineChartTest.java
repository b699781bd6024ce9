package io.ssdlab.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.report.figure.Line.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class LineChartTest {

    @Test
    void valuesThatAreNotFiniteInterruptTheirLine() {
        Line line = line("a", new Point(1, 4), new Point(2, Double.NaN), new Point(3, 2), new Point(4, 1));

        assertThat(paths(chart(LineChart.Vertical.LINEAR, line))).containsExactly(2L);
    }

    @Test
    void aLogarithmicAxisShowsOnlyWhatIsAboveZero() {
        Line line = line("a", new Point(1, 4), new Point(2, 0), new Point(3, 2));

        assertThat(paths(chart(LineChart.Vertical.LOGARITHMIC, line))).containsExactly(2L);
        assertThat(paths(chart(LineChart.Vertical.LINEAR, line))).containsExactly(1L);
    }

    @Test
    void aLineWithoutAnyValueDoesNotKeepOthersFromBeingShown() {
        Line nothing = line("a", new Point(1, Double.NaN));
        Line something = line("b", new Point(1, 3), new Point(2, 1));

        XmlText drawn = XmlText.parse(chart(LineChart.Vertical.LOGARITHMIC, nothing, something));

        assertThat(drawn.texts("text")).contains("a", "b");
    }

    /** Twenty lines that end at one value: their labels can be read all the same. */
    @Test
    void labelsDoNotLieOnEachOther() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            lines.add(line("row " + i, new Point(0, i), new Point(10, 5)));
        }

        List<Double> places =
                XmlText.parse(chart(LineChart.Vertical.LINEAR, lines.toArray(Line[]::new))).elements("text").stream()
                        .filter(text -> text.getTextContent().startsWith("row "))
                        .map(text -> Double.valueOf(text.getAttribute("y")))
                        .sorted()
                        .toList();

        assertThat(places).hasSize(20);
        for (int i = 1; i < places.size(); i++) {
            assertThat(places.get(i) - places.get(i - 1)).isGreaterThanOrEqualTo(15.9);
        }
    }

    private static Line line(String name, Point... points) {
        return new Line(name, name, Paint.series(0), false, List.of(points));
    }

    private static String chart(LineChart.Vertical vertical, Line... lines) {
        return new LineChart("Loss", "steps", "loss", vertical, List.of(lines))
                .figure()
                .document();
    }

    /** How many pieces each line is in. */
    private static List<Long> paths(String document) {
        return XmlText.parse(document).elements("path").stream()
                .map((Element path) ->
                        path.getAttribute("d").chars().filter(c -> c == 'M').count())
                .toList();
    }
}
