package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.coco.CocoDetections;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.core.evaluate.Evaluation;
import io.ssdlab.core.experiment.MetricChoice;
import io.ssdlab.spi.evaluation.Metric;
import io.ssdlab.spi.evaluation.Scores;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ssdlab evaluate}: scores stored detections, ours or anybody's, with any metric. */
@Command(name = "evaluate", description = "Scores detections (COCO results) against ground truth (COCO instances).")
public final class EvaluateCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Option(names = "--metric", required = true, paramLabel = "NAME", description = "voc07, voc12, ...")
    private String metric;

    @Option(names = "--ground-truth", required = true, paramLabel = "FILE", description = "A COCO instances file.")
    private String groundTruth;

    @Option(names = "--detections", required = true, paramLabel = "FILE", description = "A COCO results file.")
    private String detections;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the metric, such as iou-threshold=0.75; may be given several times.")
    private List<String> sets = List.of();

    @Option(names = "--format", defaultValue = "text", description = "text (default) or json.")
    private Format format;

    /** What scores are printed as. */
    enum Format {
        /** Aligned lines. */
        text,
        /** JSON; what is undefined is null. */
        json
    }

    /** Not yet run. */
    public EvaluateCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Metric scoring = MetricChoice.build(
                new Laboratory(environment).plugins(), metric, "--metric", Laboratory.overrides("metric.", sets));
        CocoGroundTruth truth = CocoGroundTruth.read(environment.resolve(groundTruth));
        CocoDetections found = CocoDetections.read(environment.resolve(detections), truth);
        Scores scores = new Evaluation(truth, found).score(scoring);
        if (format == Format.json) {
            environment.out().print(Json.of(asMap(scores)));
        } else {
            print(scores, environment.out());
        }
        return ExitCode.DONE;
    }

    private Map<String, Object> asMap(Scores scores) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("metric", metric);
        map.put("value", scores.value());
        map.put("per-class", scores.perClass());
        map.put("details", scores.details());
        return map;
    }

    private void print(Scores scores, PrintStream out) {
        line(out, metric, scores.value());
        scores.perClass().forEach((name, value) -> line(out, "  " + name, value));
        scores.details().forEach((name, value) -> line(out, name, value));
    }

    private static void line(PrintStream out, String name, double value) {
        out.printf(Locale.ROOT, "%-24s %s%n", name, Double.isNaN(value) ? "undefined" : "%.4f".formatted(value));
    }
}
