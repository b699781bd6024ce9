package io.ssdlab.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCommandTest {

    @TempDir
    private Path folder;

    @Test
    void reportsOnAFolderWithoutARun() {
        CliRun report = CliRun.in(folder, "report");

        assertThat(report.exitCode()).as(report.err()).isEqualTo(0);
        assertThat(report.err()).contains("wrote results/report/index.html: 0 experiments, 0 runs");
        assertThat(folder.resolve("results/report/index.html")).content().contains("<!DOCTYPE html>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report --folow|did you mean --follow",
                "report --compare one|--compare",
                "report --compare one two|one: no finished run of that name",
                "report --follow|--follow: no run is in progress in results",
                "report --follow --compare one two|--follow: does not go with --compare",
                "report --set training.batch=8|set nothing but data=DIR",
                "report --set data=nowhere|nowhere is no folder",
                "report --results nowhere|--results: nowhere is no folder",
                "report --results letters|--results: letters is no results folder",
                "report something|unexpected argument 'something'",
                "table x.yaml --plot x.pdf|let it end in .svg or .png",
                "table x.yaml y.yaml --plot x.svg|--plot: there are 2 files",
            })
    void wrongOptionsAreWrongInput(String command, String message) throws IOException {
        Files.createDirectories(folder.resolve("letters"));
        Files.writeString(folder.resolve("letters/mother.txt"), "");

        CliRun report = CliRun.in(folder, command.split(" "));

        assertThat(report.exitCode()).as(report.err()).isEqualTo(2);
        assertThat(report.err()).contains(message);
        assertThat(folder.resolve("letters")).isDirectoryNotContaining("glob:**/report");
    }
}
