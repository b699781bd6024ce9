import com.google.inject.Injector;
import io.ssdlab.coco.CocoDetections;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.coco.CocoImage;
import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.evaluate.CocoWriter;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.ConfigIdentity;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.ExperimentFiles;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import io.ssdlab.core.run.PlanCells;
import io.ssdlab.core.run.PlannedCell;
import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.core.run.StoredScores;
import io.ssdlab.core.store.DatasetFingerprint;
import io.ssdlab.core.store.Environment;
import io.ssdlab.core.store.InferenceSpeed;
import io.ssdlab.core.store.MetricScores;
import io.ssdlab.core.store.MetricsLog;
import io.ssdlab.core.store.ResampledScore;
import io.ssdlab.core.store.RunDescription;
import io.ssdlab.core.store.RunDirectory;
import io.ssdlab.core.store.RunIdentity;
import io.ssdlab.core.store.RunOutcome;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.core.store.StepMetrics;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.Scores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills a store with what a report is made of: ten experiments of four rows and five seeds, each run with 400 drawn images,
 * 200 detections an image, as a detector that keeps whatever scores 0.01 has, and metrics of 340 steps. Nothing is trained.
 * The first run is scored, the others have scores that scatter around its. Always the same.
 *
 * <p>{@code java -cp 'LIB/*' ReportData.java FOLDER} writes {@code FOLDER/report-N.yaml} and {@code FOLDER/results}.
 */
final class ReportData {

    private static final int EXPERIMENTS = 10;
    private static final int ROWS = 4;
    private static final int SEEDS = 5;
    private static final int DETECTIONS = 200;
    private static final int STEPS = 340;
    private static final double SIDE = 200;
    private static final String METRIC = "voc07";
    private static final DatasetFingerprint DATA = new DatasetFingerprint("da7a".repeat(16));

    private final RunStore store;
    private final ComponentRegistry registry;
    private final Injector plugins;
    private final ResultsFolder results;

    private ReportData(Path folder) {
        this.results = new ResultsFolder(folder.resolve("results"));
        this.store = results.runs();
        this.plugins = ComponentRegistry.injector(InstalledPlugin.discover(ReportData.class.getClassLoader()));
        this.registry = plugins.getInstance(ComponentRegistry.class);
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        ReportData data = new ReportData(folder);
        List<Row> rows = new ArrayList<>();
        for (int experiment = 1; experiment <= EXPERIMENTS; experiment++) {
            Path file = folder.resolve("report-" + experiment + ".yaml");
            Files.writeString(file, settings(experiment));
            rows.addAll(new ExperimentFiles(data.registry, folder, Map.of())
                    .load(List.of(file), List.of())
                    .get(file)
                    .rows());
        }
        data.write(rows);
    }

    private static String settings(int experiment) {
        String seeds = IntStream.rangeClosed(1, SEEDS).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String rows = IntStream.rangeClosed(1, ROWS)
                .mapToObj(row -> "    - {label: %d steps, iterations: %d%s}\n"
                        .formatted(STEPS * row + experiment, STEPS * row + experiment, row == 1 ? ", reference: true" : ""))
                .collect(Collectors.joining());
        return """
                name: report-%d
                seeds: [%s]
                model:
                  input: {width: 152, height: 152}
                  backbone: {use: small-vgg, stages: [[16, 32], [48, 64], [96, 96]], extras: [96, 96, 96, 96]}
                  priors: {use: ssd-priors}
                dataset:
                  train: {use: shapes, split: train, image-size: 200, train-images: 200}
                  test: {use: shapes, split: test, image-size: 200, train-images: 200}
                training:
                  matcher: bipartite-iou
                  loss: multibox
                  batch: 16
                  iterations: 340
                  augment: {expansion: {}, batch-sampler: {}, resize: {}, horizontal-flip: {}}
                  optimiser: {learning-rate: 0.01}
                metrics: [%s]
                table:
                  caption: Experiment %d of many
                  factors:
                    iterations: {label: iterations, setting: training.iterations}
                  rows:
                %s
                  columns: [boxes, mAP, delta, images-per-second, parameters]
                """
                .formatted(experiment, seeds, METRIC, experiment, rows);
    }

    private void write(List<Row> rows) {
        Components components = Components.of(plugins, onMxnet(rows.get(0)), results.data());
        CocoGroundTruth truth = CocoGroundTruth.of(components.testDataset().read());
        MetricScores model = null;
        for (Row row : rows) {
            for (PlannedCell cell : new PlanCells(registry, store, store.index(), EngineName.MXNET).of(row)) {
                RunIdentity identity = cell.key().on(DATA).identity().orElseThrow();
                RunRecord run = write(row, identity, truth);
                if (model == null) {
                    model = StoredScores.of(plugins, onMxnet(row), components, store).of(run).metrics().get(METRIC);
                } else {
                    store.writeScores(run, alike(model, random(identity)));
                }
            }
            System.err.println(row.name());
        }
    }

    private static Experiment onMxnet(Row row) {
        return row.experiment().onEngine(EngineName.MXNET);
    }

    private static SplittableRandom random(RunIdentity identity) {
        return new SplittableRandom(identity.configHash().hashCode() * 31L + identity.seed());
    }

    private static MetricScores alike(MetricScores model, SplittableRandom random) {
        double shift = 0.06 * random.nextDouble() - 0.03;
        Map<String, Double> perClass = new LinkedHashMap<>();
        model.scores().perClass().forEach((name, value) -> perClass.put(name, value + shift));
        double[] values = IntStream.range(0, model.resampled().size())
                .mapToDouble(i -> model.resampled().at(i) + shift + 0.001 * random.nextDouble())
                .toArray();
        return new MetricScores(
                model.metric(),
                new Scores(model.scores().value() + shift, perClass, model.scores().details()),
                new ResampledScore(model.resampled().images(), values));
    }

    private RunRecord write(Row row, RunIdentity identity, CocoGroundTruth truth) {
        Experiment experiment = onMxnet(row);
        RunDescription description =
                new RunDescription(experiment.name(), row.name(), identity, ConfigIdentity.settings(experiment));
        SplittableRandom random = random(identity);
        try (RunDirectory directory = store.open(description, ConfigIdentity.resolvedJson(experiment))) {
            directory.writeFidelity(row.fidelity());
            directory.writeEnvironment(new Environment(Map.of("java", "OpenJDK 64-Bit Server VM 17")));
            try (MetricsLog log = directory.openMetrics(List.of("confidence", "location"), 0)) {
                for (int step = 1; step <= STEPS; step++) {
                    double location = 1.3 + 3 * random.nextDouble() / Math.sqrt(step);
                    double confidence = 3 + 14 * random.nextDouble() / Math.sqrt(step);
                    log.append(new StepMetrics(
                            step,
                            location + confidence,
                            new TreeMap<>(Map.of("location", location, "confidence", confidence)),
                            0.01,
                            60 + 5 * random.nextDouble(),
                            0.01 * random.nextDouble()));
                }
            }
            directory.writeCheckpoint(STEPS, out -> out.write(new byte[1024]));
            CocoWriter writer = new CocoWriter(truth);
            writer.writeGroundTruth(directory.groundTruthFile());
            writer.writeDetections(directory.detectionsFile(), detections(truth, random));
            return directory.finish(
                    new RunOutcome(
                            8732,
                            1_054_592L,
                            Map.of("train", 270.3, "detect", 1.2),
                            new InferenceSpeed(70 + random.nextDouble(8), 8, "forward pass, decoding, suppression")),
                    Instant.parse("2026-05-04T12:00:00Z"));
        }
    }

    private static CocoDetections detections(CocoGroundTruth truth, SplittableRandom random) {
        double found = 0.5 + 0.4 * random.nextDouble();
        Map<String, List<Detection>> byImage = new LinkedHashMap<>();
        for (CocoImage image : truth.images()) {
            byImage.put(image.id(), detections(image, truth.categories().size(), found, random));
        }
        return new CocoDetections(byImage);
    }

    /** Of most objects one that is sure, of all some that are less so, and noise; class by class, as suppression leaves them. */
    private static List<Detection> detections(CocoImage image, int classes, double found, SplittableRandom random) {
        List<Detection> detections = new ArrayList<>();
        for (AnnotatedObject object : image.objects()) {
            if (random.nextDouble() < found) {
                detections.add(near(object, object.label(), 0.1, 0.2 + 0.79 * random.nextDouble(), random));
            }
            for (int i = 0; i < 4; i++) {
                int label = random.nextInt(3) == 0 ? 1 + random.nextInt(classes) : object.label();
                detections.add(near(object, label, 0.5, 0.03 + 0.3 * random.nextDouble() * random.nextDouble(), random));
            }
        }
        while (detections.size() < DETECTIONS) {
            double width = 15 + 90 * random.nextDouble();
            double height = 15 + 90 * random.nextDouble();
            detections.add(new Detection(
                    1 + random.nextInt(classes),
                    single(0.01 - 0.03 * Math.log(1 - 0.999 * random.nextDouble())),
                    PixelBox.ofSize(
                            random.nextDouble() * (SIDE - width),
                            random.nextDouble() * (SIDE - height),
                            single(width),
                            single(height))));
        }
        return detections.stream()
                .sorted(Comparator.comparingInt(Detection::label).thenComparing(Detection::score, Comparator.reverseOrder()))
                .toList();
    }

    private static Detection near(AnnotatedObject object, int label, double far, double score, SplittableRandom random) {
        PixelBox box = object.box();
        double right = far * (2 * random.nextDouble() - 1) * box.width();
        double down = far * (2 * random.nextDouble() - 1) * box.height();
        double size = 1 + far * (random.nextDouble() - 0.5);
        return new Detection(
                label,
                single(score),
                PixelBox.ofSize(
                        Math.max(0, box.xMin() + right),
                        Math.max(0, box.yMin() + down),
                        single(size * box.width()),
                        single(size * box.height())));
    }

    /** As detectors have it: of single precision, written with all digits of double precision. */
    private static double single(double value) {
        return (float) value;
    }
}
