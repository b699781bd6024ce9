package io.ssdlab.report.page;

import io.ssdlab.report.diagnosis.ErrorImpact;
import io.ssdlab.report.diagnosis.ErrorType;
import io.ssdlab.report.diagnosis.RunComparison;
import io.ssdlab.report.diagnosis.RunDiagnosis;
import io.ssdlab.report.figure.Bar;
import io.ssdlab.report.figure.BarChart;
import io.ssdlab.report.figure.Markup;
import io.ssdlab.report.figure.Paint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The page that holds one run against another, image by image.
 *
 * @param pair the runs
 * @param first what the first one's detections tell
 * @param second what the second one's tell
 * @param comparison of the two
 * @param gallery of the images that flipped
 * @param experiments that show it; may be empty
 */
record ComparisonPage(
        RunPair pair,
        RunDiagnosis first,
        RunDiagnosis second,
        RunComparison comparison,
        Markup gallery,
        List<ExperimentEntry> experiments) {

    private static final Links LINKS = Links.FROM_FOLDER;

    Markup body() {
        Markup body = new Markup();
        body.element("h1", title(pair));
        body.add(RunLinks.trail(experiments, pair.second().summary().experiment()));
        body.open("p", "class", "soft").text("\u201c%s\u201d: ".formatted(pair.firstLabel()));
        RunLinks.link(body, pair.first(), LINKS);
        body.text("\u2013 \u201c%s\u201d: ".formatted(pair.secondLabel()));
        RunLinks.link(body, pair.second(), LINKS);
        body.close("p");
        body.element("p", words(comparison), "class", "lead");
        body.element(
                "p",
                "AP at IoU %s: %s with \u201c%s\u201d, %s with \u201c%s\u201d: of these two runs alone, other seeds may tell otherwise."
                        .formatted(
                                first.settings().foregroundIou(),
                                DiagnosisFigures.percent(first.errors().averagePrecision()),
                                pair.firstLabel(),
                                DiagnosisFigures.percent(second.errors().averagePrecision()),
                                pair.secondLabel()));
        body.element("h2", "Errors of both");
        body.add(errors().figure().onPage());
        return body.add(gallery);
    }

    static String title(RunPair pair) {
        return "\u201c%s\u201d beside \u201c%s\u201d".formatted(pair.secondLabel(), pair.firstLabel());
    }

    /** How many images and objects flipped. */
    static String words(RunComparison comparison) {
        long better =
                comparison.images().stream().filter(change -> change.gain() > 0).count();
        long worse =
                comparison.images().stream().filter(change -> change.gain() < 0).count();
        long found = comparison.images().stream()
                .flatMap(change -> change.objects().stream())
                .filter(change -> change.foundBySecond())
                .count();
        long lost = comparison.images().stream()
                        .mapToLong(change -> change.objects().size())
                        .sum()
                - found;
        return "%d images better, %d worse, %d alike; %d objects found that were missed, %d missed that were found."
                .formatted(better, worse, comparison.images().size() - better - worse, found, lost);
    }

    private BarChart errors() {
        List<Bar> bars = new ArrayList<>();
        Arrays.stream(ErrorType.values())
                .sorted(Comparator.comparingDouble(type -> -Math.max(cost(type, first), cost(type, second))))
                .forEach(type -> {
                    bar(type, first, pair.firstLabel(), type.title(), Paint.UNSURE)
                            .ifPresent(bars::add);
                    bar(type, second, pair.secondLabel(), "", Paint.SERIES1).ifPresent(bars::add);
                });
        return new BarChart("Errors of both runs by type", "points of AP that mending them alone would give", 1, bars);
    }

    private static double cost(ErrorType type, RunDiagnosis run) {
        return Optional.ofNullable(run.errors().byType().get(type))
                .map(ErrorImpact::deltaAp)
                .orElse(0.0);
    }

    private static Optional<Bar> bar(ErrorType type, RunDiagnosis run, String name, String label, Paint paint) {
        return Optional.ofNullable(run.errors().byType().get(type))
                .map(ErrorImpact::deltaAp)
                .map(cost -> new Bar(label, 100 * cost, RootText.of("%.1f points, %s", 100 * cost, name), paint));
    }
}
