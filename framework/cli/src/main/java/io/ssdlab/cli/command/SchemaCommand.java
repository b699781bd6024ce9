package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.cli.ExitCode;
import io.ssdlab.core.experiment.ExperimentReference;
import io.ssdlab.core.experiment.ExperimentSchema;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.store.AtomicFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ssdlab schema}: the JSON Schema by which editors complete and check experiment files, or the same for people. */
@Command(
        name = "schema",
        description =
                "Prints the JSON Schema of experiment files with the components of all plugins, for editors; or every key in"
                        + " Markdown, for people.")
public final class SchemaCommand implements Callable<Integer> {

    private final CliEnvironment environment;
    private final Laboratories laboratories;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "json (default): JSON Schema; md: every key with its range, default and meaning.")
    private Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "Write it to a file instead.")
    private Optional<String> out = Optional.empty();

    /** What is printed. */
    enum Format {
        /** JSON Schema. */
        json {
            @Override
            String of(ComponentRegistry registry) {
                return Json.of(ExperimentSchema.of(registry));
            }
        },
        /** Markdown. */
        md {
            @Override
            String of(ComponentRegistry registry) {
                return ExperimentReference.of(registry);
            }
        };

        abstract String of(ComponentRegistry registry);
    }

    /** Not yet run. */
    public SchemaCommand(CliEnvironment environment, Laboratories laboratories) {
        this.environment = environment;
        this.laboratories = laboratories;
    }

    @Override
    public Integer call() {
        String schema = format.of(laboratories.open().registry());
        out.map(environment::resolve)
                .ifPresentOrElse(
                        file -> write(file, schema), () -> environment.out().print(schema));
        return ExitCode.DONE;
    }

    private void write(Path file, String schema) {
        new AtomicFile(file).write(schema);
        environment.err().println("ssdlab: wrote " + environment.shown(file));
    }
}
