package io.ssdlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the launcher on the finished distribution, hard-linked into a checkout of its own, with blanks in its path and
 * without sources.
 */
@Tag("launcher")
class LauncherTest {

    private static final Path CHECKOUT =
            Path.of(System.getProperty("ssdlab.checkout")).toAbsolutePath().normalize();

    private final Map<String, String> variables = new HashMap<>();

    // On the same file system as the distribution, which is too big to copy.
    private Path checkout;
    private Path elsewhere;

    @BeforeEach
    void linkTheDistribution(@TempDir(factory = InTarget.class, cleanup = CleanupMode.ALWAYS) Path folder)
            throws IOException {
        checkout = Files.createDirectories(folder.resolve("a check out"));
        elsewhere = Files.createDirectories(folder.resolve("some where"));
        Files.copy(CHECKOUT.resolve("ssdlab"), checkout.resolve("ssdlab"), StandardCopyOption.COPY_ATTRIBUTES);
        Path distribution = Path.of("framework", "cli", "target", "ssdlab");
        try (Stream<Path> files = Files.walk(CHECKOUT.resolve(distribution))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path link = checkout.resolve(CHECKOUT.relativize(file));
                Files.createDirectories(link.getParent());
                Files.createLink(link, file);
            }
        }
    }

    @Test
    void runsFromAnotherFolderThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("ssd lab"), Path.of("../a check out/ssdlab"));

        CliRun run = run(link, "--version");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("ssdlab ").contains("Java ");
        assertThat(run.exitCode()).isEqualTo(0);
    }

    @Test
    void runsMxnetFromItsOwnClassLoaderWithAThreadCount() throws Exception {
        CliRun run = run(checkout.resolve("ssdlab"), "doctor", "--device", "cpu");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("engine        MXNet")
                .contains("libmxnet.so")
                .doesNotContain("libtorch");
        assertThat(run.out()).containsPattern("OMP_NUM_THREADS \\d+").doesNotContain("warning       OMP");
        assertThat(run.exitCode()).isEqualTo(0);
    }

    @Test
    void runsPytorchFromItsOwnClassLoader() throws Exception {
        variables.put("SSDLAB_ENGINE", "PyTorch");

        CliRun run = run(checkout.resolve("ssdlab"), "doctor", "--device", "cpu");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("engine        PyTorch")
                .contains("libtorch_cpu.so")
                .doesNotContain("libmxnet");
        assertThat(run.exitCode()).isEqualTo(0);
    }

    @Test
    void keepsTheThreadCountOfTheUser() throws Exception {
        variables.put("OMP_NUM_THREADS", "1");

        CliRun run = run(checkout.resolve("ssdlab"), "doctor", "--device", "cpu");

        assertThat(run.out()).contains("OMP_NUM_THREADS 1, OpenMP uses 1");
    }

    @Test
    void handsOnTheExitCode() throws Exception {
        CliRun run = run(checkout.resolve("ssdlab"), "doctor", "--engine", "no such engine");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no engine is called 'no such engine'");
    }

    @Test
    void aRunIsLookedAtOnceAndThenWorkedOn() throws Exception {
        Files.writeString(elsewhere.resolve("wrong.yaml"), "no-such-key: 1\n");
        CliRun wrong = run(checkout.resolve("ssdlab"), "run", "wrong.yaml");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).containsOnlyOnce("unknown key no-such-key");

        Files.writeString(elsewhere.resolve("tiny.yaml"), """
                model:
                  input: {width: 76, height: 76}
                  backbone: {use: small-vgg, stages: [[8, 8], [8], [16]], extras: [16, 16]}
                  priors: {use: ssd-priors, aspect-ratios: [[2], [2, 3], [2], [2]]}
                dataset:
                  train: {use: shapes, split: train, train-images: 8, test-images: 4, image-size: 96}
                  test: {use: shapes, split: test, train-images: 8, test-images: 4, image-size: 96}
                training:
                  matcher: bipartite-iou
                  loss: multibox
                  augment: {resize: {}}
                  batch: 4
                  iterations: 2
                  optimiser: {learning-rate: 0.001}
                metrics: [voc07]
                """);
        CliRun worked = run(checkout.resolve("ssdlab"), "run", "tiny.yaml");

        assertThat(worked.err())
                .containsOnlyOnce("8 training and 4 test images")
                .doesNotContain("reused");
        assertThat(worked.exitCode()).as(worked.err()).isZero();

        CliRun again = run(checkout.resolve("ssdlab"), "run", "tiny.yaml");
        assertThat(again.err()).containsOnlyOnce("reused");
        assertThat(again.out()).isEqualTo(worked.out());
    }

    @Test
    void aBuildThatFailsIsToldWithItsLog() throws Exception {
        Files.writeString(checkout.resolve("pom.xml"), "<project>this is no POM</project>");
        Files.setLastModifiedTime(
                checkout.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));

        CliRun run = run(checkout.resolve("ssdlab"), "--version");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("ssdlab: building")
                .contains("[ERROR]")
                .contains("the whole log: " + checkout.resolve("framework/cli/target/build.log"));
        assertThat(run.out()).isEmpty();
    }

    private CliRun run(Path launcher, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(elsewhere, "out", "");
        Path err = Files.createTempFile(elsewhere, "err", "");
        ProcessBuilder builder = new ProcessBuilder()
                .command(Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                        .toList())
                .directory(elsewhere.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.equals("OMP_NUM_THREADS") || name.startsWith("SSDLAB_"));
        builder.environment().putAll(variables);
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new CliRun(
                process.waitFor(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
