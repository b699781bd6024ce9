package io.ssdlab.cli.experiment;

import ai.djl.engine.Engine;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An experiment of seconds, in a folder from which its commands run: 76x76 pixels, 2180 prior boxes, twelve steps of four
 * images.
 *
 * @param folder the working directory
 */
record TinyExperiment(Path folder) {

    /** The folder of the row that the experiment without a table has. */
    static final String RUN = "tiny-tiny-seed1-";

    static final String SHAPES = """
            dataset:
              train: {use: shapes, split: train, train-images: 12, test-images: 6, image-size: 96}
              test: {use: shapes, split: test, train-images: 12, test-images: 6, image-size: 96}
            """;

    static final String VOC = """
            dataset:
              train: {use: voc, folder: "${data}", split: train}
              test: {use: voc, folder: "${data}", split: test}
            data: voc
            """;

    private static final String SETTINGS = """
            name: tiny
            model:
              input: {width: 76, height: 76}
              backbone: {use: small-vgg, stages: [[8, 8], [8], [16]], extras: [16, 16]}
              priors: {use: ssd-priors, aspect-ratios: [[2], [2, 3], [2], [2]]}
            training:
              matcher: bipartite-iou
              loss: multibox
              augment: {expansion: {}, batch-sampler: {}, resize: {}, horizontal-flip: {}}
              batch: 4
              iterations: 12
              checkpoint-every: 5
              optimiser: {learning-rate: 0.01}
            detection: {batch: 2}
            metrics: [voc07, voc12]
            """;

    /** Writes {@code tiny.yaml}. */
    static TinyExperiment in(Path folder, String dataset, String... more) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("tiny.yaml"), SETTINGS + dataset + String.join("\n", more));
            return new TinyExperiment(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code ssdlab COMMAND tiny.yaml ARGUMENTS} on the engine under test. */
    CliRun ssdlab(String command, String... arguments) {
        return CliRun.in(
                folder,
                Stream.of(
                                Stream.of(command, "tiny.yaml", "--engine", Engine.getDefaultEngineName()),
                                Stream.of(arguments))
                        .flatMap(words -> words)
                        .toArray(String[]::new));
    }

    Path file() {
        return folder.resolve("tiny.yaml");
    }

    /** The table that the engine under test wrote. */
    Path table(String extension) {
        String engine = Engine.getDefaultEngineName().equals("MXNet") ? "" : "-pytorch";
        return folder.resolve("results/tiny/table" + engine + "." + extension);
    }

    /** The only run directory below {@code results} whose name begins so. */
    Path run(String results, String prefix) {
        try (Stream<Path> runs = Files.list(folder.resolve(results).resolve("runs"))) {
            List<Path> found = runs.filter(run -> run.getFileName().toString().startsWith(prefix))
                    .toList();
            if (found.size() != 1) {
                throw new AssertionError("runs " + prefix + " in " + results + ": " + found);
            }
            return found.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file and folder below {@code results}, relative to it; none if it is not there. */
    List<String> files(String results) {
        Path root = folder.resolve(results);
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !file.equals(root))
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
