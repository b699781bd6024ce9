package io.ssdlab.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {

    @Test
    void namesJavaSystemProcessorsAndWhatTheCallerKnows() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(
                Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())) {
            Map<String, String> facts = Environment.capture(disk.getPath("/lab"), Map.of("engine", "MXNet 1.9.1"))
                    .facts();
            assertThat(facts.get("java")).contains(System.getProperty("java.runtime.version"));
            assertThat(facts.get("operating-system")).contains(System.getProperty("os.arch"));
            assertThat(Integer.parseInt(facts.get("processors"))).isPositive();
            assertThat(facts).containsEntry("engine", "MXNet 1.9.1").doesNotContainKey("git-commit");
        }
    }

    @Test
    void readsTheProcessorsModelFromLinux() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(
                Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())) {
            Path list = disk.getPath("/cpuinfo");
            Files.writeString(list, "processor\t: 0\nmodel name\t: AMD EPYC: 9R14\nmodel name\t: other\n");
            assertThat(Environment.processor(list)).contains("AMD EPYC: 9R14");
            assertThat(Environment.processor(disk.getPath("/none"))).isEmpty();
        }
    }

    @Test
    void namesTheCommitOfACheckoutAndWhetherItWasChanged(@TempDir Path checkout) throws Exception {
        assumeThat(git(checkout, "init", "--quiet")).as("git is installed").isZero();
        Path file = Files.writeString(checkout.resolve("file"), "a");
        git(checkout, "add", "file");
        git(checkout, "-c", "user.name=n", "-c", "user.email=e@example.org", "commit", "--quiet", "-m", "One");

        assertThat(Environment.commit(checkout)).get().asString().matches("[0-9a-f]{40}");
        Files.writeString(file, "b");
        assertThat(Environment.commit(checkout)).get().asString().matches("[0-9a-f]{40}-dirty");
    }

    @Test
    void namesNoCommitOutsideACheckout(@TempDir Path folder) {
        assertThat(Environment.commit(folder)).isEmpty();
    }

    private static int git(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
