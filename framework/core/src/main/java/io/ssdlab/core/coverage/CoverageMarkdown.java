package io.ssdlab.core.coverage;

import io.ssdlab.core.table.MarkdownEscape;
import io.ssdlab.core.table.MarkdownTable;
import io.ssdlab.spi.box.PixelBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A coverage report as Markdown. */
record CoverageMarkdown(CoverageReport report) {

    private static final List<String> GROUP_HEADS =
            List.of("mean best IoU", "recall at 0.5", "at 0.6", "at 0.7", "unmatched", "only below 0.5");

    private static final String NOTES = """

            - The best IoU of an object is that with the prior box that overlaps it most, matched or not. Recall is the share
              of objects, in percent, whose best IoU reaches the threshold.
            - Unmatched: objects that the matcher gives no prior box. Only below 0.5: objects that it gives prior boxes which
              all overlap them by less, such as the best one that SSD gives every object.
            - Small, medium and large are COCO's, by the annotated area in pixels of the image (below 32², below 96²). Side:
              the square root of the box's share of the image, in percent. Aspect ratio: width to height in the network's
              input, by the nearest.
            """;

    String render() {
        StringBuilder text = new StringBuilder();
        report.comparable()
                .forEach(rows -> text.append(text.isEmpty() ? "" : "\n").append(section(rows)));
        return text.append(NOTES).toString();
    }

    private String section(List<RowsCoverage> rows) {
        TrainingObjects training = rows.get(0).coverage().training();
        StringBuilder text = new StringBuilder();
        text.append("## The prior boxes of %s and its training split\n\n"
                .formatted(MarkdownEscape.inline(report.experiment())));
        text.append(
                "%d images, %d objects, %d classes, as annotated: nothing is augmented, images are warped to %s.\n\n"
                        .formatted(
                                training.images().size(),
                                training.count(),
                                training.classes().size(),
                                rows.get(0).input()));
        text.append(summary(rows)).append('\n');
        text.append(positives(rows)).append('\n');
        text.append(rows.size() == 1 ? details(rows.get(0).coverage()) : recalls(rows))
                .append('\n');
        text.append(layers(rows));
        if (report.worst() > 0) {
            text.append("\nThe objects with the smallest best IoU:\n\n").append(worst(rows));
        }
        return text.toString();
    }

    private static String summary(List<RowsCoverage> rows) {
        List<List<String>> lines = new ArrayList<>();
        for (RowsCoverage row : rows) {
            List<String> line = new ArrayList<>(List.of(row.label(), row.matcher()));
            line.add(Integer.toString(row.coverage().priors()));
            line.addAll(numbers(row.coverage().all()));
            lines.add(line);
        }
        return MarkdownTable.of(List.of("row", "matcher"), concat(List.of("boxes"), GROUP_HEADS), lines)
                .render();
    }

    private static List<String> numbers(GroupCoverage group) {
        return List.of(
                twoDecimals(group.meanBestIou()),
                percent(group.recall50()),
                percent(group.recall60()),
                percent(group.recall70()),
                Integer.toString(group.unmatched()),
                Integer.toString(group.onlyBelow50()));
    }

    private static String positives(List<RowsCoverage> rows) {
        List<List<String>> lines = new ArrayList<>();
        for (RowsCoverage row : rows) {
            PositiveCounts counts = row.coverage().positives();
            lines.add(List.of(
                    row.label(),
                    oneDecimal(row.coverage().positivesPerImage()),
                    oneDecimal(counts.mean()),
                    Integer.toString(counts.least()),
                    oneDecimal(counts.lowerQuartile()),
                    oneDecimal(counts.median()),
                    oneDecimal(counts.upperQuartile()),
                    Integer.toString(counts.most())));
        }
        return MarkdownTable.of(
                        List.of("row"),
                        List.of(
                                "positives an image",
                                "an object",
                                "least",
                                "lower quartile",
                                "median",
                                "upper quartile",
                                "most"),
                        lines)
                .render();
    }

    private static String details(PriorCoverage coverage) {
        List<List<String>> lines = new ArrayList<>();
        forEachGroup(List.of(coverage), (label, groups) -> {
            GroupCoverage group = groups.get(0);
            lines.add(concat(
                    concat(List.of(label, Integer.toString(group.objects())), numbers(group)),
                    List.of(oneDecimal(group.positivesPerObject()))));
        });
        return MarkdownTable.of(
                        List.of("objects"),
                        concat(concat(List.of("number"), GROUP_HEADS), List.of("positives an object")),
                        lines)
                .render();
    }

    private static String recalls(List<RowsCoverage> rows) {
        List<List<String>> lines = new ArrayList<>();
        forEachGroup(rows.stream().map(RowsCoverage::coverage).toList(), (label, groups) -> {
            List<String> line = new ArrayList<>();
            line.add(label);
            line.add(Integer.toString(groups.get(0).objects()));
            groups.forEach(group -> line.add(percent(group.recall50())));
            lines.add(line);
        });
        return "Recall at IoU 0.5:\n\n"
                + MarkdownTable.of(
                                List.of("objects"),
                                concat(
                                        List.of("number"),
                                        rows.stream().map(RowsCoverage::label).toList()),
                                lines)
                        .render();
    }

    private interface GroupLine {
        void accept(String label, List<GroupCoverage> groups);
    }

    /** All objects, then those of each group that has any, for several sets of prior boxes and the same objects. */
    private static void forEachGroup(List<PriorCoverage> coverages, GroupLine line) {
        line.accept("all", coverages.stream().map(PriorCoverage::all).toList());
        for (ObjectGrouping grouping : coverages.get(0).groupings()) {
            List<List<GroupCoverage>> columns =
                    coverages.stream().map(coverage -> coverage.by(grouping)).toList();
            for (int i = 0; i < grouping.groups().size(); i++) {
                int at = i;
                List<GroupCoverage> groups =
                        columns.stream().map(column -> column.get(at)).toList();
                if (groups.get(0).objects() > 0) {
                    line.accept(grouping.label(at), groups);
                }
            }
        }
    }

    private static String layers(List<RowsCoverage> rows) {
        List<List<String>> lines = new ArrayList<>();
        for (RowsCoverage row : rows) {
            String label = row.label();
            for (LayerCoverage layer : row.coverage().layers()) {
                lines.add(List.of(
                        label,
                        layer.source(),
                        layer.cells(),
                        Integer.toString(layer.boxes()),
                        twoDecimals(layer.positivesPerImage()),
                        percent(layer.objects()),
                        percent(layer.neverMatched())));
                label = "";
            }
        }
        return MarkdownTable.of(
                        List.of("row", "source map", "cells"),
                        List.of("boxes", "positives an image", "objects with one, %", "boxes never matched, %"),
                        lines)
                .render();
    }

    private String worst(List<RowsCoverage> rows) {
        List<List<String>> lines = new ArrayList<>();
        for (RowsCoverage row : rows) {
            String label = row.label();
            for (CoveredObject object : row.coverage().worst(report.worst())) {
                lines.add(List.of(
                        label,
                        object.imageId(),
                        row.coverage()
                                .training()
                                .classes()
                                .get(object.annotated().label() - 1),
                        text(object.annotated().box()),
                        twoDecimals(object.bestIou()),
                        Integer.toString(object.positives())));
                label = "";
            }
        }
        return MarkdownTable.of(List.of("row", "image", "class", "box"), List.of("best IoU", "positives"), lines)
                .render();
    }

    private static String text(PixelBox box) {
        return String.format(Locale.ROOT, "%.0f,%.0f to %.0f,%.0f", box.xMin(), box.yMin(), box.xMax(), box.yMax());
    }

    private static List<String> concat(List<String> left, List<String> right) {
        return Stream.concat(left.stream(), right.stream()).toList();
    }

    private static String percent(double share) {
        return oneDecimal(100 * share);
    }

    private static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String twoDecimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
