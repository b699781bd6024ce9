package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.store.Sha256;
import io.ssdlab.core.weights.WeightsCatalogue;
import io.ssdlab.core.weights.WeightsImport;
import io.ssdlab.core.weights.WeightsNote;
import io.ssdlab.core.weights.WeightsWriter;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.weights.TensorFile;
import io.ssdlab.weights.TensorFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ssdlab weights import}: makes a file of weights of another tool's. */
@Command(
        name = "import",
        description = "Turns trained weights of another tool into a safetensors file for networks of ours.")
public final class WeightsImportCommand implements Callable<Integer> {

    /** Of tensors that nobody takes as many are named. */
    private static final int NAMED = 8;

    private final CliEnvironment environment;
    private final Laboratories laboratories;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "A TensorFlow.js model (model.json or its folder), .caffemodel, .safetensors, Keras .h5 or MXNet .params.")
    private String source = "";

    @Option(
            names = "--as",
            required = true,
            paramLabel = "NAME",
            description = "What the weights are: a name of 'ssdlab weights list'.")
    private String conversion = "";

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write; ./NAME.safetensors by default.")
    private Optional<String> out = Optional.empty();

    /** Not yet run. */
    public WeightsImportCommand(CliEnvironment environment, Laboratories laboratories) {
        this.environment = environment;
        this.laboratories = laboratories;
    }

    @Override
    public Integer call() {
        WeightsConversion chosen = new WeightsCatalogue(laboratories.open().plugins()).named(conversion, "--as");
        Path target = environment.resolve(out.orElse(conversion + ".safetensors"));
        try (TensorFile file = TensorFiles.open(environment.resolve(source))) {
            requireOther(file, target);
            WeightsImport imported = WeightsImport.of(file, chosen, source);
            Map<String, String> hashes = new LinkedHashMap<>();
            file.files().forEach(part -> hashes.put(String.valueOf(part.getFileName()), Sha256.of(part)));
            new WeightsWriter(target)
                    .write(imported, new WeightsNote(conversion, chosen.sheet(), imported.names(), hashes));
            report(imported, chosen, target);
        }
        return ExitCode.DONE;
    }

    /** What is read is not ours to replace. */
    private void requireOther(TensorFile file, Path target) {
        Path written = target.toAbsolutePath().normalize();
        if (file.files().stream()
                .anyMatch(part -> part.toAbsolutePath().normalize().equals(written))) {
            throw new InvalidInputException(
                    environment.shown(target), "is the file that is to be read", "name another with --out");
        }
    }

    private void report(WeightsImport imported, WeightsConversion chosen, Path target) {
        long values = imported.tensors().values().stream()
                .mapToLong(tensor -> tensor.values().length)
                .sum();
        environment
                .out()
                .println("%s: %d tensors, %,d values; %s, licence %s"
                        .formatted(
                                environment.shown(target),
                                imported.tensors().size(),
                                values,
                                chosen.sheet().title(),
                                chosen.sheet().licence()));
        List<String> left = imported.leftOver();
        if (!left.isEmpty()) {
            environment
                    .err()
                    .println("left in the file: %d %s that these weights do not have: %s%s"
                            .formatted(
                                    left.size(),
                                    left.size() == 1 ? "tensor" : "tensors",
                                    left.stream().limit(NAMED).collect(Collectors.joining(", ")),
                                    left.size() > NAMED ? ", ..." : ""));
        }
    }
}
