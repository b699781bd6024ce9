package io.ssdlab.benchmark.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Starts the processes that are compared.
 *
 * @param repository the top folder of the repository
 * @param threads that each of them computes with
 * @param device {@code cpu} or {@code gpu0}
 */
record Contenders(Path repository, String threads, String device) {

    /** Scores above 0.01 that an image has: the order of what a trained SSD300 has on VOC's images. */
    private static final String CANDIDATES = "1000";

    private static final String PYTHON = variable("PYTHON", "/usr/bin/python3");

    /** What the launcher of ssdlab sets, and nobody who starts torchvision. */
    private static final Set<String> LAUNCHER = Set.of("GLIBC_TUNABLES", "GOMP_SPINCOUNT");

    /** SSD300 of ssdlab on an engine, {@code MXNET} or {@code PYTORCH}. */
    Worker ssdlab(String engine) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-Dai.djl.offline=true",
                "-Djava.awt.headless=true"));
        Arrays.stream(variable("SSDLAB_JAVA_OPTS", "").split(" "))
                .filter(option -> !option.isEmpty())
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                SsdlabWorker.class.getName(),
                engine,
                repository.toString(),
                threads,
                CANDIDATES,
                device));
        return new Worker("ssdlab, " + engine.toLowerCase(Locale.ROOT), command, Set.of());
    }

    /** SSD300 of torchvision as it comes, but for the number of threads. */
    Worker torchvision() throws IOException {
        return torchvision("torchvision", LAUNCHER);
    }

    /** SSD300 of torchvision in the environment that the launcher of ssdlab makes. */
    Worker torchvisionWithOurMemory() throws IOException {
        return torchvision("torchvision, memory as ssdlab", Set.of());
    }

    private static String variable(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
    }

    private Worker torchvision(String name, Set<String> unset) throws IOException {
        Path script = repository.resolve("framework/benchmarks/peer/torchvision_worker.py");
        return new Worker(name, List.of(PYTHON, script.toString(), threads, CANDIDATES, device), unset);
    }
}
