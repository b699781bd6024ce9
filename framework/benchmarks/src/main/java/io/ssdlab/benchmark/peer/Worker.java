package io.ssdlab.benchmark.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A process that computes on demand. Between demands it waits, and takes nothing from the others. */
final class Worker implements AutoCloseable {

    private static final String READY = "ready ";
    private static final String PEAK = "VmHWM:";
    private static final int KIBIBYTE = 1024;

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;
    private final String version;

    /**
     * Starts it, and waits until it is ready.
     *
     * @param unset variables of this process's environment that it does not get
     */
    Worker(String name, List<String> command, Set<String> unset) throws IOException {
        this.name = name;
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeAll(unset);
        this.process = builder.start();
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
        String first = answer();
        while (!first.startsWith(READY)) {
            first = answer();
        }
        this.version = first.substring(READY.length());
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    /** Of what it computes with. */
    String version() {
        return version;
    }

    /** The seconds that the work took. */
    double seconds(Workload workload, int batch) throws IOException {
        orders.println(workload.word() + " " + batch);
        return Long.parseLong(answer()) / 1e9;
    }

    /** The greatest resident memory that the process had so far, in bytes. */
    long peakMemory() throws IOException {
        String peak = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith(PEAK))
                .findFirst()
                .orElseThrow(() -> new IOException("the kernel does not tell the peak of " + name));
        return KIBIBYTE * Long.parseLong(peak.replaceAll("\\D", ""));
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException(name + " has ended; what it said is above");
        }
        return line;
    }

    /** Its work is over. */
    @Override
    public void close() {
        orders.close();
        process.destroy();
    }
}
