package io.ssdlab.cli.command;

import com.google.inject.Injector;
import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.cli.progress.WarningTally;
import io.ssdlab.core.config.SettingOverride;
import io.ssdlab.core.evaluate.DetectionFiles;
import io.ssdlab.core.evaluate.GroundTruthFiles;
import io.ssdlab.core.evaluate.ScoreReport;
import io.ssdlab.core.evaluate.ScoredSplit;
import io.ssdlab.core.experiment.MetricChoice;
import io.ssdlab.core.experiment.VocChoice;
import io.ssdlab.spi.evaluation.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ssdlab evaluate}: scores stored detections, ours or anybody's, with any metric. */
@Command(name = "evaluate", description = "Scores detections (COCO or VOC files) against ground truth (COCO or VOC).")
public final class EvaluateCommand implements Callable<Integer> {

    private final CliEnvironment environment;
    private final Laboratories laboratories;

    @Option(
            names = "--metric",
            required = true,
            paramLabel = "NAME",
            description = "voc07, voc12, coco, ilsvrc, or another that ssdlab plugins lists.")
    private String metric;

    @Option(
            names = "--ground-truth",
            required = true,
            paramLabel = "PLACE",
            description =
                    "A COCO instances file; or a VOC devkit, the folder with VOC2007 or VOC2012; or the folder of one"
                            + " data set in VOC's layout. Annotations and ImageSets suffice, pictures need not be there.")
    private String groundTruth;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            description =
                    "Of a VOC devkit YEAR-NAME, such as 2007-test; of one data set NAME, a list of ImageSets/Main.")
    private Optional<String> split = Optional.empty();

    @Option(
            names = "--detections",
            required = true,
            paramLabel = "PLACE",
            description =
                    "A COCO results file, where category_id is that of the category, of a VOC folder the place of the"
                            + " class in alphabetical order, from 1; or a folder of VOC result files comp4_det_SPLIT_CLASS.txt (or"
                            + " comp3), where classes go by name. Images go by id, or else by file without folder and extension,"
                            + " or else by either as a number (1 for 000001).")
    private String detections;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "A setting of the metric, such as iou-threshold=0.75; or with ground-truth. before it one of the"
                            + " reader of a VOC folder, such as ground-truth.empty-boxes=skip; may be given several times.")
    private List<String> sets = List.of();

    @Option(names = "--format", defaultValue = "text", description = "text (default), json or csv.")
    private Format format;

    /** What scores are printed as. */
    enum Format {
        /** Aligned lines. */
        text {
            @Override
            String of(ScoreReport report) {
                return report.text();
            }
        },
        /** JSON; what is undefined is null, or -1 among COCO's numbers. */
        json {
            @Override
            String of(ScoreReport report) {
                return Json.of(report.values());
            }
        },
        /** Comma-separated values; what is undefined is empty, or -1 among COCO's numbers. */
        csv {
            @Override
            String of(ScoreReport report) {
                return report.csv();
            }
        };

        abstract String of(ScoreReport report);
    }

    /** Not yet run. */
    public EvaluateCommand(CliEnvironment environment, Laboratories laboratories) {
        this.environment = environment;
        this.laboratories = laboratories;
    }

    @Override
    public Integer call() {
        Injector plugins = laboratories.open().plugins();
        Map<Boolean, List<SettingOverride>> settings = Laboratory.overrides(sets).stream()
                .collect(Collectors.partitioningBy(set -> set.key().startsWith(VocChoice.PREFIX)));
        Metric scoring = MetricChoice.build(
                plugins,
                metric,
                "--metric",
                settings.get(false).stream().map(set -> set.in("metric")).toList());
        ScoredSplit truth =
                new GroundTruthFiles(plugins, settings.get(true)).read(environment.resolve(groundTruth), split);
        DetectionFiles.Read found = new DetectionFiles(truth).read(environment.resolve(detections));
        WarningTally warnings = new WarningTally(environment.err());
        truth.warnings().forEach(warnings::add);
        found.warnings().forEach(warnings::add);
        warnings.flush();
        environment
                .out()
                .print(format.of(new ScoreReport(metric, found.evaluation().score(scoring))));
        return ExitCode.DONE;
    }
}
