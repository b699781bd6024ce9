package io.ssdlab.report.figure;

import io.ssdlab.report.figure.Canvas.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts of two sorts of classes as a matrix, the colour of each cell as full as its share of its line.
 *
 * @param title what it shows
 * @param lineTitle what the lines are
 * @param columnTitle what the columns are
 * @param lineNames top to bottom
 * @param columnNames left to right
 * @param counts by line and column, 0 or more; immutable by agreement
 */
public record HeatMap(
        String title,
        String lineTitle,
        String columnTitle,
        List<String> lineNames,
        List<String> columnNames,
        List<List<Integer>> counts) {

    private static final double TOP = 24;
    private static final double GAP = 8;
    private static final double WIDEST_LABEL = 150;
    private static final double MIN_CELL = 14;
    private static final double MAX_CELL = 46;
    private static final double ROOM = 620;
    /** From here on the numbers do not fit. */
    private static final double NUMBER_CELL = 26;

    /** How strong the ground is, on which cells that count nothing are left out. */
    private static final double GROUND = 0.35;

    public HeatMap {
        lineNames = List.copyOf(lineNames);
        columnNames = List.copyOf(columnNames);
        counts = counts.stream().map(List::copyOf).toList();
    }

    /** The figure. */
    public Figure figure() {
        double labels = widest(lineNames);
        double heads = widest(columnNames);
        double cell = Math.max(MIN_CELL, Math.min(MAX_CELL, ROOM / columnNames.size()));
        double left = labels + GAP + 18;
        double top = TOP + heads;
        Canvas canvas = new Canvas();
        canvas.text(left, 14, columnTitle, Anchor.START, Paint.SOFT, Canvas.SMALL);
        canvas.upwards(12, top + lineNames.size() * cell / 2, lineTitle, Paint.SOFT, Canvas.SMALL);
        for (int column = 0; column < columnNames.size(); column++) {
            double x = left + (column + 0.5) * cell;
            canvas.slanted(x, top - 4, TextWidth.fitted(columnNames.get(column), Canvas.SMALL, WIDEST_LABEL));
        }
        canvas.rectangle(left, top, columnNames.size() * cell, lineNames.size() * cell, Paint.RULE, GROUND);
        for (int line = 0; line < lineNames.size(); line++) {
            double y = top + line * cell;
            canvas.text(
                    labels + 18,
                    y + cell / 2 + 4,
                    TextWidth.fitted(lineNames.get(line), Canvas.SMALL, WIDEST_LABEL),
                    Anchor.END,
                    Paint.INK,
                    Canvas.SMALL);
            long all = total(line);
            for (int column = 0; column < columnNames.size(); column++) {
                cell(canvas, line, column, left + column * cell, y, cell, all);
            }
        }
        int width = (int) Math.ceil(left + columnNames.size() * cell + heads * 0.8 + 4);
        int height = (int) Math.ceil(top + lineNames.size() * cell + 4);
        return new Figure(title, description(), width, height, canvas.markup(), data());
    }

    private void cell(Canvas canvas, int line, int column, double x, double y, double cell, long all) {
        int count = counts.get(line).get(column);
        if (count == 0) {
            return;
        }
        double share = (double) count / all;
        canvas.group("%s, %s: %d of %d".formatted(lineNames.get(line), columnNames.get(column), count, all));
        canvas.rectangle(
                x + 0.5,
                y + 0.5,
                cell - 1,
                cell - 1,
                lineNames.get(line).equals(columnNames.get(column)) ? Paint.HEAT_RIGHT : Paint.HEAT_WRONG,
                share);
        if (cell >= NUMBER_CELL) {
            canvas.text(
                    x + cell / 2, y + cell / 2 + 4, Integer.toString(count), Anchor.MIDDLE, Paint.INK, Canvas.SMALL);
        }
        canvas.end();
    }

    private long total(int line) {
        return counts.get(line).stream().mapToLong(Integer::longValue).sum();
    }

    private static double widest(List<String> names) {
        return Math.min(
                WIDEST_LABEL,
                names.stream()
                        .mapToDouble(name -> TextWidth.of(name, Canvas.SMALL))
                        .max()
                        .orElse(0));
    }

    private String description() {
        return "A matrix: lines are %s, columns are %s; each cell counts objects or detections."
                .formatted(lineTitle, columnTitle);
    }

    private DataTable data() {
        List<String> heads = new ArrayList<>(List.of(lineTitle + " \\ " + columnTitle));
        heads.addAll(columnNames);
        heads.add("all");
        return new DataTable(
                heads,
                IntStream.range(0, lineNames.size())
                        .mapToObj(line -> {
                            List<String> cells = new ArrayList<>(List.of(lineNames.get(line)));
                            counts.get(line).forEach(count -> cells.add(Integer.toString(count)));
                            cells.add(Long.toString(total(line)));
                            return cells;
                        })
                        .toList());
    }
}
