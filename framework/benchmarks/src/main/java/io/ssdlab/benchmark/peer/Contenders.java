package io.ssdlab.benchmark.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Starts the processes that are compared.
 *
 * @param repository the top folder of the repository
 * @param threads that each of them computes with
 */
record Contenders(Path repository, String threads) {

    /** Scores above 0.01 that an image has: the order of what a trained SSD300 has on VOC's images. */
    private static final String CANDIDATES = "1000";

    /** What the launcher of ssdlab sets, and nobody who starts torchvision. */
    private static final Set<String> LAUNCHER = Set.of("GLIBC_TUNABLES", "GOMP_SPINCOUNT");

    /** SSD300 of ssdlab on an engine, {@code MXNET} or {@code PYTORCH}. */
    Worker ssdlab(String engine) throws IOException {
        return new Worker(
                "ssdlab, " + engine.toLowerCase(Locale.ROOT),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseParallelGC",
                        "-Dai.djl.offline=true",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SsdlabWorker.class.getName(),
                        engine,
                        repository.toString(),
                        threads,
                        CANDIDATES),
                Set.of());
    }

    /** SSD300 of torchvision as it comes, but for the number of threads. */
    Worker torchvision() throws IOException {
        return torchvision("torchvision", LAUNCHER);
    }

    /** SSD300 of torchvision in the environment that the launcher of ssdlab makes. */
    Worker torchvisionWithOurMemory() throws IOException {
        return torchvision("torchvision, memory as ssdlab", Set.of());
    }

    private Worker torchvision(String name, Set<String> unset) throws IOException {
        Path script = repository.resolve("framework/benchmarks/peer/torchvision_worker.py");
        return new Worker(name, List.of("/usr/bin/python3", script.toString(), threads, CANDIDATES), unset);
    }
}
