package io.ssdlab.cli;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command line in a process of its own, with the class path and the engine of this test. Its lives are short: it
 * compiles little, and has a small heap.
 */
public final class CliProcess implements AutoCloseable {

    /** Ended by SIGKILL: 128 and the signal's number. */
    public static final int KILLED = 137;

    private static final int MINUTES_TO_LIVE = 2;

    private final Process process;
    private final Path out;
    private final Path err;

    private CliProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts {@code ssdlab ARGUMENTS --engine ENGINE} in a working directory. */
    public static CliProcess start(Path folder, String... arguments) {
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-Xmx512m",
                    "-Dai.djl.offline=true",
                    "-Djava.awt.headless=true",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    "io.ssdlab.cli.Main"));
            command.addAll(List.of(arguments));
            command.addAll(List.of("--engine", Engine.getDefaultEngineName()));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("SSDLAB_"));
            return new CliProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it runs still. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its id. */
    public long pid() {
        return process.pid();
    }

    /** Ends it with SIGKILL, at once. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Asks it to end, with SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for its end and tells what it said. Who takes minutes is killed. */
    public CliRun end() {
        try {
            if (!process.waitFor(MINUTES_TO_LIVE, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return new CliRun(process.waitFor(), text(out), err());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it has said so far on its error stream. */
    public String err() {
        return text(err);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
