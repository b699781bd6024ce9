package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.weights.WeightsNote;
import io.ssdlab.spi.weights.WeightsSheet;
import io.ssdlab.weights.TensorFile;
import io.ssdlab.weights.TensorFiles;
import io.ssdlab.weights.TensorInfo;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ssdlab weights inspect}: what a file of weights holds, without an engine. */
@Command(
        name = "inspect",
        description = "Shows what a file of weights says about itself, and its tensors; compares its checksum.")
public final class WeightsInspectCommand implements Callable<Integer> {

    private final CliEnvironment environment;

    @Parameters(paramLabel = "FILE", description = "Any file that can be imported, one that was, or a checkpoint.")
    private String file = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** Not yet run. */
    public WeightsInspectCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    /** What is printed as JSON. */
    private record Report(String format, Map<String, String> metadata, List<TensorInfo> tensors, long values) {}

    @Override
    public Integer call() {
        try (TensorFile opened = TensorFiles.open(environment.resolve(file))) {
            opened.verify();
            List<TensorInfo> tensors = List.copyOf(opened.tensors().values());
            long values = tensors.stream().mapToLong(TensorInfo::elementCount).sum();
            if (json) {
                environment.out().print(Json.of(new Report(opened.format(), opened.metadata(), tensors, values)));
            } else {
                print(opened, tensors, values, environment.out());
            }
        }
        return ExitCode.DONE;
    }

    private void print(TensorFile opened, List<TensorInfo> tensors, long values, PrintStream out) {
        Optional<WeightsNote> note = WeightsNote.of(opened.metadata(), file);
        out.println("%s: %s, %d tensors, %,d values".formatted(file, opened.format(), tensors.size(), values));
        if (note.isPresent()) {
            describe(note.get(), out);
        } else {
            opened.metadata().forEach((key, value) -> out.println("%s: %s".formatted(key, value)));
        }
        Map<String, String> names = note.map(WeightsNote::names).orElse(Map.of());
        TextColumns columns = new TextColumns("tensor", "shape", "type", names.isEmpty() ? "" : "in the source");
        for (TensorInfo tensor : tensors) {
            columns.line(
                    tensor.name(),
                    tensor.shape().stream().map(String::valueOf).collect(Collectors.joining(" x ")),
                    tensor.type().toString().toLowerCase(Locale.ROOT),
                    names.getOrDefault(tensor.name(), ""));
        }
        out.print(columns.render());
    }

    private static void describe(WeightsNote note, PrintStream out) {
        WeightsSheet sheet = note.sheet();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("what", sheet.title());
        lines.put("source", sheet.source());
        lines.put("licence", sheet.licence());
        lines.put("imported", "as %s from %s".formatted(note.conversion(), sheet.format()));
        note.files().forEach((name, hash) -> lines.put("sha256 of " + name, hash));
        lines.put(
                "pixels",
                "%s, mean of blue, green, red %s, %s, %s, scale %s"
                        .formatted(
                                sheet.preprocessing().channelOrder(),
                                sheet.preprocessing().meanBlue(),
                                sheet.preprocessing().meanGreen(),
                                sheet.preprocessing().meanRed(),
                                sheet.preprocessing().scale()));
        lines.put(
                "classes",
                sheet.classes().isEmpty()
                        ? "none: a backbone"
                        : "%d: %s".formatted(sheet.classes().size(), String.join(", ", sheet.classes())));
        lines.forEach((key, value) -> out.println("%s: %s".formatted(key, value)));
    }
}
