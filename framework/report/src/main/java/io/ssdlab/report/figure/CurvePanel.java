package io.ssdlab.report.figure;

import java.util.List;

/**
 * A small chart of one curve in the unit square, such as precision over recall.
 *
 * @param name of the panel
 * @param note under the name, in a few words
 * @param curves each with a paint of its own
 * @param marks places that are marked
 * @param cells its line of the figure's data table, after the name
 */
public record CurvePanel(String name, String note, List<Line> curves, List<Line.Point> marks, List<String> cells) {

    public CurvePanel {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
        cells = List.copyOf(cells);
    }
}
