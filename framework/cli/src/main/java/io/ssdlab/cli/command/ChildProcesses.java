package io.ssdlab.cli.command;

import io.ssdlab.cli.ExitCode;
import io.ssdlab.cli.RunFailure;
import io.ssdlab.cli.progress.JobsProgress;
import io.ssdlab.core.run.CellWorker;
import io.ssdlab.core.run.PlannedCell;
import io.ssdlab.core.store.RunStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Runs each cell in a process of its own: this command line with one row and one seed. Several threads may do so at once.
 * When this process ends, however it ends, the others end too, and can be resumed.
 */
final class ChildProcesses implements CellWorker, AutoCloseable {

    /** Exit codes from here on are the number of a signal and this. */
    private static final int SIGNALS = 128;

    private static final int SIGKILL = 9;

    private final JavaCommand java;
    private final Function<PlannedCell, List<String>> arguments;
    private final Path folder;
    private final Map<String, String> variables;
    private final RunStore store;
    private final JobsProgress progress;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /**
     * Starts nothing yet.
     *
     * @param arguments of the command line that runs a cell
     * @param folder to work in
     * @param variables to set in the environment besides what this process has
     */
    ChildProcesses(
            JavaCommand java,
            Function<PlannedCell, List<String>> arguments,
            Path folder,
            Map<String, String> variables,
            RunStore store,
            JobsProgress progress) {
        this.java = java;
        this.arguments = arguments;
        this.folder = folder;
        this.variables = Map.copyOf(variables);
        this.store = store;
        this.progress = progress;
    }

    @Override
    public boolean work(PlannedCell cell) {
        if (store.isWorkedOn(cell.key().identity().orElseThrow())) {
            return false;
        }
        if (stopped) {
            return true;
        }
        progress.began();
        int code = run(cell);
        if (code != ExitCode.DONE && !stopped) {
            progress.ended(false);
            throw failure(code);
        }
        progress.ended(code == ExitCode.DONE);
        return true;
    }

    private int run(PlannedCell cell) {
        Process process = start(cell);
        running.add(process);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            if (stopped) {
                process.destroy();
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                progress.told(cell, line);
            }
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a run was under way", e);
        } finally {
            running.remove(process);
            process.destroy();
        }
    }

    private Process start(PlannedCell cell) {
        try {
            ProcessBuilder builder = new ProcessBuilder(java.running(arguments.apply(cell)))
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            builder.environment().putAll(variables);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunFailure failure(int code) {
        if (code == ExitCode.FAILED || code == ExitCode.WRONG_INPUT) {
            return new RunFailure("failed, as told above", "start again to go on from its last checkpoint", code);
        }
        int signal = code - SIGNALS;
        String what = signal > 0
                ? "its process was ended by signal %d%s"
                        .formatted(signal, signal == SIGKILL ? ", perhaps because memory ran out" : "")
                : "its process ended with exit code " + code;
        return new RunFailure(
                what,
                "start again to go on from its last checkpoint; with fewer jobs each has more memory",
                ExitCode.FAILED);
    }

    /** Ends what is under way; it can be resumed. */
    void stop() {
        stopped = true;
        running.forEach(Process::destroy);
    }

    @Override
    public void close() {
        stop();
    }
}
