import com.google.inject.Injector;
import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.ConfigIdentity;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.ExperimentFiles;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import io.ssdlab.core.run.PlanCells;
import io.ssdlab.core.run.PlannedCell;
import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.core.run.StoredScores;
import io.ssdlab.core.store.AtomicFile;
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
import io.ssdlab.core.store.Sha256;
import io.ssdlab.core.store.StepMetrics;
import io.ssdlab.spi.evaluation.Scores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills a store with runs that were never trained, but have all the files of finished ones: settings, environment, metrics of
 * 100 steps, a checkpoint (small), ground truth of 20 images, detections, and scores with their resamples. The first seed of
 * each row is written by the store itself; the others are its copies, with scores that scatter around its.
 *
 * <p>{@code java -cp 'LIB/*' StoreData.java FOLDER ROWS SEEDS} writes {@code FOLDER/store.yaml} and {@code FOLDER/results}.
 */
final class StoreData {

    private static final int IMAGES = 20;
    private static final int OBJECTS = 3;
    private static final int FALSE_ALARMS = 4;
    private static final int STEPS = 100;
    private static final List<String> CLASSES =
            List.of("disc", "ring", "square", "frame", "triangle", "cross", "bar", "star");
    private static final String IDENTITY = "identity.json";
    private static final String METRIC = "voc07";
    private static final DatasetFingerprint DATA = new DatasetFingerprint("da7a".repeat(16));

    private final RunStore store;
    private final ComponentRegistry registry;
    private final Injector plugins;
    private final ResultsFolder results;
    private final double[][] objects = new double[IMAGES * OBJECTS][];

    private StoreData(Path folder) {
        this.results = new ResultsFolder(folder.resolve("results"));
        this.store = results.runs();
        this.plugins = ComponentRegistry.injector(InstalledPlugin.discover(StoreData.class.getClassLoader()));
        this.registry = plugins.getInstance(ComponentRegistry.class);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < objects.length; i++) {
            objects[i] = new double[] {
                random.nextDouble(80), random.nextDouble(80), 16 + random.nextDouble(50), 16 + random.nextDouble(50)
            };
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        int rows = Integer.parseInt(arguments[1]);
        int seeds = Integer.parseInt(arguments[2]);
        Path file = folder.resolve("store.yaml");
        Files.writeString(file, experiment(rows, seeds));
        StoreData data = new StoreData(folder);
        ExperimentPlan plan = new ExperimentFiles(data.registry, folder, Map.of())
                .load(List.of(file), List.of())
                .get(file);
        plan.rows().forEach(data::write);
    }

    private static String experiment(int rows, int seeds) {
        String settings = """
                name: store
                seeds: [%s]
                model:
                  input: {width: 152, height: 152}
                  backbone: {use: small-vgg}
                  priors: {use: ssd-priors}
                dataset:
                  train: {use: shapes, split: train}
                  test: {use: shapes, split: test}
                training:
                  matcher: bipartite-iou
                  loss: multibox
                  batch: 16
                  iterations: 100
                  augment: {expansion: {}, batch-sampler: {}, resize: {}, horizontal-flip: {}}
                  optimiser: {learning-rate: 0.01}
                metrics: [%s]
                table:
                  caption: A store of many runs
                  factors:
                    iterations: {label: iterations, setting: training.iterations}
                  rows:
                """.formatted(IntStream.rangeClosed(1, seeds).mapToObj(Integer::toString).collect(Collectors.joining(", ")), METRIC);
        String lines = IntStream.rangeClosed(1, rows)
                .mapToObj(row -> "    - {label: row %d, iterations: %d%s}\n"
                        .formatted(row, 100 * row, row == 1 ? ", reference: true" : ""))
                .collect(Collectors.joining());
        return settings + lines + "  columns: [boxes, mAP, delta, images-per-second, parameters, AP:disc]\n";
    }

    private void write(Row row) {
        Experiment experiment = row.experiment().onEngine(EngineName.MXNET);
        Components components = Components.of(plugins, experiment, results.data());
        StoredScores scores = StoredScores.of(plugins, experiment, components, store);
        List<PlannedCell> cells = new PlanCells(registry, store, store.index(), EngineName.MXNET).of(row);
        RunRecord first = write(row, experiment, identity(cells.get(0)));
        MetricScores model = scores.of(first).metrics().get(METRIC);
        cells.stream().skip(1).parallel().forEach(cell -> {
            RunRecord run = twin(first, identity(cell));
            store.writeScores(run, alike(model, run.seed()));
        });
        System.err.println(row.name());
    }

    /** A copy of a run's files that says another seed. */
    private RunRecord twin(RunRecord model, RunIdentity identity) {
        Path from = store.folder(model);
        RunRecord twin = new RunRecord(
                identity.id(),
                model.experiment(),
                model.row(),
                identity,
                model.outcome(),
                model.finished(),
                model.checksums());
        Path to = store.folder(twin);
        try {
            for (String name : model.checksums().sha256().keySet()) {
                Files.createDirectories(to.resolve(name).getParent());
                Files.copy(from.resolve(name), to.resolve(name));
            }
            String seed = "\"seed\" : ";
            String description = Files.readString(from.resolve(IDENTITY)).replace(seed + model.seed(), seed + identity.seed());
            Files.writeString(to.resolve(IDENTITY), description);
            String sum = model.checksums().sha256().get(IDENTITY);
            Files.writeString(
                    to.resolve("run.json"),
                    Files.readString(from.resolve("run.json"))
                            .replace(seed + model.seed(), seed + identity.seed())
                            .replace(model.id(), identity.id())
                            .replace(sum, Sha256.of(to.resolve(IDENTITY), done -> {})));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return twin;
    }

    private static RunIdentity identity(PlannedCell cell) {
        return cell.key().on(DATA).identity().orElseThrow();
    }

    /** One run of a row is scored, the others scatter around it. */
    private static MetricScores alike(MetricScores model, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double shift = 0.02 * random.nextDouble() - 0.01;
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

    private RunRecord write(Row row, Experiment experiment, RunIdentity identity) {
        RunDescription description =
                new RunDescription(experiment.name(), row.name(), identity, ConfigIdentity.settings(experiment));
        SplittableRandom random = new SplittableRandom(identity.configHash().hashCode() * 31L + identity.seed());
        try (RunDirectory directory = store.open(description, ConfigIdentity.resolvedJson(experiment))) {
            directory.writeFidelity(row.fidelity());
            directory.writeEnvironment(new Environment(Map.of(
                    "java", "OpenJDK 64-Bit Server VM 17", "git-commit", "0123456789abcdef0123456789abcdef01234567")));
            try (MetricsLog log = directory.openMetrics(List.of("confidence", "location"), 0)) {
                for (int step = 1; step <= STEPS; step++) {
                    log.append(new StepMetrics(
                            step,
                            9.0 / step,
                            new TreeMap<>(Map.of("confidence", 5.0 / step, "location", 4.0 / step)),
                            0.01,
                            40,
                            0.1));
                }
            }
            directory.writeCheckpoint(STEPS, out -> out.write(new byte[1024]));
            new AtomicFile(directory.groundTruthFile()).write(groundTruth());
            new AtomicFile(directory.detectionsFile()).write(detections(random));
            return directory.finish(
                    new RunOutcome(
                            2180,
                            1_054_592L,
                            Map.of("train", 270.3, "detect", 1.2),
                            new InferenceSpeed(70 + random.nextDouble(8), 8, "forward pass, decoding, suppression")),
                    Instant.parse("2026-05-04T12:00:00Z"));
        }
    }

    private String groundTruth() {
        String images = IntStream.range(0, IMAGES)
                .mapToObj(image -> "{\"id\":%d,\"file_name\":\"%d.jpg\",\"width\":152,\"height\":152}"
                        .formatted(image + 1, image + 1))
                .collect(Collectors.joining(","));
        String categories = IntStream.range(0, CLASSES.size())
                .mapToObj(label -> "{\"id\":%d,\"name\":\"%s\"}".formatted(label + 1, CLASSES.get(label)))
                .collect(Collectors.joining(","));
        String annotations = IntStream.range(0, objects.length)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "{\"id\":%d,\"image_id\":%d,\"category_id\":%d,\"bbox\":[%.2f,%.2f,%.2f,%.2f],\"area\":%.2f,\"iscrowd\":0}",
                        i + 1,
                        i / OBJECTS + 1,
                        i % CLASSES.size() + 1,
                        objects[i][0],
                        objects[i][1],
                        objects[i][2],
                        objects[i][3],
                        objects[i][2] * objects[i][3]))
                .collect(Collectors.joining(","));
        return "{\"images\":[%s],\"categories\":[%s],\"annotations\":[%s]}".formatted(images, categories, annotations);
    }

    /** Each object with a chance of two thirds, and false alarms. */
    private String detections(SplittableRandom random) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < objects.length; i++) {
            if (random.nextInt(3) > 0) {
                lines.append(detection(i / OBJECTS + 1, i % CLASSES.size() + 1, objects[i], random));
            }
        }
        for (int i = 0; i < IMAGES * FALSE_ALARMS; i++) {
            double[] box = {random.nextDouble(80), random.nextDouble(80), 20, 20};
            lines.append(detection(i / FALSE_ALARMS + 1, 1 + random.nextInt(CLASSES.size()), box, random));
        }
        return "[" + lines.substring(1) + "]";
    }

    private static String detection(int image, int label, double[] box, SplittableRandom random) {
        return String.format(
                Locale.ROOT,
                ",{\"image_id\":%d,\"category_id\":%d,\"bbox\":[%.2f,%.2f,%.2f,%.2f],\"score\":%.6f}",
                image,
                label,
                box[0] + random.nextDouble(4),
                box[1] + random.nextDouble(4),
                box[2],
                box[3],
                random.nextDouble());
    }
}
