package io.ssdlab.cli.experiment;

import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The checkout's {@code experiments/paper}, on a machine that has neither the data sets nor the weights. */
final class PaperExperiments {

    private static final Path CHECKOUT =
            Path.of("").toAbsolutePath().resolve("../..").normalize();
    private static final Path FOLDER = CHECKOUT.resolve("experiments/paper");

    private PaperExperiments() {}

    /** The names of the files without a table, each a recipe. */
    static List<String> recipes() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("ssd"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code ssdlab COMMAND experiments/paper/NAME.yaml ARGUMENTS} in the checkout. */
    static CliRun ssdlab(String command, String name, String... arguments) {
        return ssdlab(Stream.concat(Stream.of(command, "experiments/paper/" + name + ".yaml"), Stream.of(arguments)));
    }

    /** Runs {@code ssdlab WORDS} in the checkout. */
    static CliRun ssdlab(Stream<String> words) {
        return CliRun.in(CHECKOUT, Map.of("SSDLAB_DATA", "/nowhere"), words.toArray(String[]::new));
    }
}
