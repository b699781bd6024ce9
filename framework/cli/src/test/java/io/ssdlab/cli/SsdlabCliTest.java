package io.ssdlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class SsdlabCliTest {

    /** A command that has nothing to say. */
    @Command
    private static final class Empty {}

    private final Path folder = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");

    @Test
    void helpListsTheCommandsOnStandardOutput() {
        CliRun run = CliRun.in(folder, "--help");

        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out()).startsWith("Usage: ssdlab").contains("doctor");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void everyCommandHasHelp() {
        CliRun run = CliRun.in(folder, "doctor", "--help");

        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out()).startsWith("Usage: ssdlab doctor").contains("--debug");
    }

    @Test
    void everyCommandIsKnownByTheNameOfItsAnnotation() {
        String help = CliRun.in(folder, "--help").out();
        List<String> listed = Pattern.compile("(?m)^  ([a-z]+) ")
                .matcher(help.substring(help.indexOf("Commands:")))
                .results()
                .map(line -> line.group(1))
                .toList();

        assertThat(listed).contains("run", "validate", "doctor");
        assertThat(listed)
                .allSatisfy(name -> assertThat(CliRun.in(folder, name, "--help").out())
                        .startsWith("Usage: ssdlab " + name)
                        .contains("--plugin-path"));
    }

    @Test
    void onlyTheCommandThatComesFirstIsMade() {
        List<String> made = new ArrayList<>();
        Subcommands subcommands = new Subcommands()
                .add("first", () -> {
                    made.add("first");
                    return new Empty();
                })
                .add("second", () -> {
                    made.add("second");
                    return new Empty();
                });

        subcommands.below(new CommandLine(new SsdlabCommand()), "second", "first");
        assertThat(made).containsExactly("second");

        made.clear();
        subcommands.below(new CommandLine(new SsdlabCommand()), "--debug", "second");
        assertThat(made).containsExactly("first", "second");
    }

    @Test
    void theVersionNamesJavaToo() {
        CliRun run = CliRun.in(folder, "--version");

        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out()).startsWith("ssdlab ").contains("Java " + Runtime.version());
    }

    @Test
    void withoutCommandItIsWrongInput() {
        CliRun run = CliRun.in(folder);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'ssdlab --help' lists what there is");
    }

    @Test
    void aMistypedCommandNamesTheNearest() {
        CliRun run = CliRun.in(folder, "docter");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("unknown command 'docter'").contains("did you mean doctor?");
    }

    @Test
    void aMistypedOptionNamesTheNearest() {
        CliRun run = CliRun.in(folder, "doctor", "--devise", "cpu");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("unknown option '--devise'").contains("did you mean --device");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anArgumentTooManyIsWrongInput() {
        CliRun run = CliRun.in(folder, "doctor", "experiment.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("unexpected argument 'experiment.yaml'");
    }
}
