package io.ssdlab.core.coverage;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvWriteOptions;
import tech.tablesaw.io.csv.CsvWriter;

/** A coverage report as CSV with the columns row, by, group, measure and value. */
record CoverageCsv(CoverageReport report) {

    private static final double LARGEST_WHOLE = 1e15;

    String render() {
        Table table = Table.create(
                StringColumn.create("row"),
                StringColumn.create("by"),
                StringColumn.create("group"),
                StringColumn.create("measure"),
                StringColumn.create("value"));
        for (RowsCoverage rows : report.rows()) {
            rows.rows().forEach(row -> append(row, rows.coverage(), table));
        }
        StringWriter text = new StringWriter();
        new CsvWriter().write(table, CsvWriteOptions.builder(text).lineEnd("\n").build());
        return text.toString();
    }

    private static void append(String row, PriorCoverage coverage, Table table) {
        Map<String, Number> all = new LinkedHashMap<>();
        all.put("images", coverage.training().images().size());
        all.put("boxes", coverage.priors());
        all.put("positives-per-image", coverage.positivesPerImage());
        PositiveCounts counts = coverage.positives();
        all.put("least-positives-per-object", counts.least());
        all.put("lower-quartile-of-positives-per-object", counts.lowerQuartile());
        all.put("median-of-positives-per-object", counts.median());
        all.put("upper-quartile-of-positives-per-object", counts.upperQuartile());
        all.put("most-positives-per-object", counts.most());
        all.putAll(measures(coverage.all()));
        append(row, "all", "all", all, table);
        for (ObjectGrouping grouping : coverage.groupings()) {
            coverage.by(grouping).forEach(group -> append(row, grouping.name(), group.group(), measures(group), table));
        }
        coverage.layers().forEach(layer -> append(row, "source-map", layer.source(), measures(layer), table));
    }

    private static Map<String, Number> measures(GroupCoverage group) {
        Map<String, Number> measures = new LinkedHashMap<>();
        measures.put("objects", group.objects());
        measures.put("mean-best-iou", group.meanBestIou());
        measures.put("recall-0.5", group.recall50());
        measures.put("recall-0.6", group.recall60());
        measures.put("recall-0.7", group.recall70());
        measures.put("unmatched", group.unmatched());
        measures.put("only-below-0.5", group.onlyBelow50());
        measures.put("positives-per-object", group.positivesPerObject());
        return measures;
    }

    private static Map<String, Number> measures(LayerCoverage layer) {
        Map<String, Number> measures = new LinkedHashMap<>();
        measures.put("rows", layer.rows());
        measures.put("columns", layer.columns());
        measures.put("boxes", layer.boxes());
        measures.put("positives-per-image", layer.positivesPerImage());
        measures.put("share-of-objects", layer.objects());
        measures.put("share-of-boxes-never-matched", layer.neverMatched());
        return measures;
    }

    private static void append(String row, String by, String group, Map<String, Number> measures, Table table) {
        measures.forEach((measure, value) -> {
            table.stringColumn("row").append(row);
            table.stringColumn("by").append(by);
            table.stringColumn("group").append(group);
            table.stringColumn("measure").append(measure);
            table.stringColumn("value").append(text(value.doubleValue()));
        });
    }

    private static String text(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
