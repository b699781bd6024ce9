package io.ssdlab.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataCommandTest {

    private final Path lab = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");

    @Test
    void aloneItPrintsItsHelp() {
        CliRun run = CliRun.in(lab, "data");

        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out()).startsWith("Usage: ssdlab data").contains("fetch", "list", "check");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void itsCommandsHaveHelpAndTheOptionsOfAllCommands() {
        CliRun run = CliRun.in(lab, "data", "fetch", "--help");

        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out()).startsWith("Usage: ssdlab data fetch").contains("--to=DIR", "--debug", "voc2007");
        assertThat(run.out().replaceAll("\\s+", " ")).contains("which experiments know as ${data};");
    }

    @Test
    void theListHasTheTwoYearsOfVocWithTheirTerms() {
        CliRun run = CliRun.in(lab, Map.of(), "data", "list");

        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.out()).contains("voc2007  ", "911 MB", "voc2012  ", "2000 MB", "flickr");
    }

    @Test
    void aFolderMustBeNamed() {
        CliRun run = CliRun.in(lab, Map.of(), "data", "fetch", "voc2007");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--to: no folder is named").contains("SSDLAB_DATA");
    }

    @Test
    void unknownNamesAreToldAllAtOnce() {
        CliRun run = CliRun.in(lab, Map.of(), "data", "fetch", "voc2017", "imagenet", "--to", "data");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("voc2017: no data set of this name can be fetched", "did you mean voc2007 or voc2012?")
                .contains("imagenet: no data set");
        assertThat(Files.exists(lab.resolve("data"))).isFalse();
    }

    @Test
    void aFolderThatIsThereIsNotTouched() throws IOException {
        Files.createDirectories(lab.resolve("data/VOCdevkit/VOC2007"));

        CliRun run = CliRun.in(lab, Map.of("SSDLAB_DATA", "data"), "data", "fetch", "voc2007");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("/lab/data/VOCdevkit/VOC2007: is there already");
        assertThat(CliRun.in(lab, "data", "list", "--to", "data").out())
                .contains("  here    data/VOCdevkit/VOC2007, which was not fetched");
    }
}
