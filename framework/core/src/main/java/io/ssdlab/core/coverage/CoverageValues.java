package io.ssdlab.core.coverage;

import io.ssdlab.spi.box.PixelBox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A coverage report by key. */
record CoverageValues(CoverageReport report) {

    Map<String, Object> values() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RowsCoverage shared : report.rows()) {
            shared.rows().forEach(row -> rows.add(row(row, shared)));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("experiment", report.experiment());
        values.put("augmented", false);
        values.put("rows", rows);
        return values;
    }

    private Map<String, Object> row(String name, RowsCoverage row) {
        PriorCoverage coverage = row.coverage();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("row", name);
        values.put("matcher", row.matcher());
        values.put("input", row.input());
        values.put("images", coverage.training().images().size());
        values.put("priorBoxes", coverage.priors());
        values.put("positivesPerImage", coverage.positivesPerImage());
        values.put("positivesPerObject", coverage.positives());
        values.put("all", coverage.all());
        values.put("bySize", coverage.by(ObjectGrouping.SIZE));
        values.put("bySide", coverage.by(ObjectGrouping.SIDE));
        values.put("byAspectRatio", coverage.by(ObjectGrouping.ASPECT_RATIO));
        values.put(
                "byClass",
                coverage.by(ObjectGrouping.byClass(coverage.training().classes())));
        values.put("sourceMaps", coverage.layers());
        values.put(
                "worst",
                coverage.worst(report.worst()).stream()
                        .map(object -> worst(object, coverage.training().classes()))
                        .toList());
        return values;
    }

    /** The box as xMin, yMin, xMax, yMax in pixels of the image. */
    private static Map<String, Object> worst(CoveredObject object, List<String> classes) {
        PixelBox box = object.annotated().box();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("image", object.imageId());
        values.put("class", classes.get(object.annotated().label() - 1));
        values.put("box", List.of(box.xMin(), box.yMin(), box.xMax(), box.yMax()));
        values.put("bestIou", (double) object.bestIou());
        values.put("positives", object.positives());
        return values;
    }
}
