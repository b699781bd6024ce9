package io.ssdlab.core.evaluate;

import io.ssdlab.spi.evaluation.Scores;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The twelve numbers by which COCO's evaluation sums up, under its names; what is undefined is -1.
 *
 * @param numbers by key, in COCO's order
 */
record CocoSummary(Map<String, Double> numbers) {

    /** As COCO's own evaluation prints them. */
    private enum Line {
        AP("0.50:0.95", "all", 100),
        AP50("0.50", "all", 100),
        AP75("0.75", "all", 100),
        APs("0.50:0.95", "small", 100),
        APm("0.50:0.95", "medium", 100),
        APl("0.50:0.95", "large", 100),
        AR1("0.50:0.95", "all", 1),
        AR10("0.50:0.95", "all", 10),
        AR100("0.50:0.95", "all", 100),
        ARs("0.50:0.95", "small", 100),
        ARm("0.50:0.95", "medium", 100),
        ARl("0.50:0.95", "large", 100);

        private final String iou;
        private final String area;
        private final int detections;

        Line(String iou, String area, int detections) {
            this.iou = iou;
            this.area = area;
            this.detections = detections;
        }

        String of(double value) {
            boolean precision = name().startsWith("AP");
            return " %-18s %s @[ IoU=%-9s | area=%6s | maxDets=%3d ] = %s"
                    .formatted(
                            "Average " + (precision ? "Precision" : "Recall"),
                            precision ? "(AP)" : "(AR)",
                            iou,
                            area,
                            detections,
                            String.format(Locale.ROOT, "%.3f", value));
        }
    }

    /** Of scores that have these numbers, the AP as their value and the others as details; empty of other scores. */
    static Optional<CocoSummary> of(Scores scores) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put(Line.AP.name(), orMinusOne(scores.value()));
        for (Line number : Line.values()) {
            if (number != Line.AP) {
                if (!scores.details().containsKey(number.name())) {
                    return Optional.empty();
                }
                numbers.put(number.name(), orMinusOne(scores.details().get(number.name())));
            }
        }
        return Optional.of(new CocoSummary(numbers));
    }

    static double orMinusOne(double value) {
        return Double.isNaN(value) ? -1 : value;
    }

    String text() {
        return Arrays.stream(Line.values())
                .map(number -> number.of(numbers.get(number.name())) + "\n")
                .collect(Collectors.joining());
    }
}
