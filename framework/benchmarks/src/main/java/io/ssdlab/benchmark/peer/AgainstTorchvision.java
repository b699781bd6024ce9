package io.ssdlab.benchmark.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times SSD300 with a VGG16 of ssdlab, on both engines, and of torchvision: in each round each of them computes the same once,
 * so that what else the machine does strikes all alike. Prints medians and ratios as a Markdown table.
 */
public final class AgainstTorchvision {

    private static final int WARM_UPS = 2;

    /** Scores above 0.01 that an image has: the order of what a trained SSD300 has on VOC's images. */
    private static final String CANDIDATES = "1000";

    private static final List<Job> JOBS = List.of(
            new Job(Workload.FORWARD, 1),
            new Job(Workload.FORWARD, 4),
            new Job(Workload.FORWARD, 8),
            new Job(Workload.INFERENCE, 1),
            new Job(Workload.INFERENCE, 8),
            new Job(Workload.TRAINING, 1),
            new Job(Workload.TRAINING, 4),
            new Job(Workload.TRAINING, 8));

    private final List<Worker> workers;
    private final int rounds;

    private AgainstTorchvision(List<Worker> workers, int rounds) {
        this.workers = workers;
        this.rounds = rounds;
    }

    private record Job(Workload workload, int batch) {}

    /** Arguments: the top folder of the repository, the number of threads, the rounds. */
    public static void main(String[] arguments) throws IOException {
        Path repository = Path.of(arguments[0]);
        String threads = arguments[1];
        try (Worker mxnet = ssdlab("MXNET", repository, threads);
                Worker pytorch = ssdlab("PYTORCH", repository, threads);
                Worker torchvision = new Worker(
                        "torchvision",
                        List.of(
                                "/usr/bin/python3",
                                repository
                                        .resolve("framework/benchmarks/peer/torchvision_worker.py")
                                        .toString(),
                                threads,
                                CANDIDATES))) {
            new AgainstTorchvision(List.of(mxnet, pytorch, torchvision), Integer.parseInt(arguments[2])).compare();
        }
    }

    private static Worker ssdlab(String engine, Path repository, String threads) throws IOException {
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
                        CANDIDATES));
    }

    private void compare() throws IOException {
        System.out.println("Median of %d rounds in milliseconds (least), and how often as fast as %s:"
                .formatted(rounds, workers.get(workers.size() - 1).name()));
        System.out.println();
        System.out.println("| work | batch | %s |"
                .formatted(String.join(
                        " | ",
                        workers.stream()
                                .map(worker -> worker.name() + " " + worker.version())
                                .toList())));
        System.out.println("| --- | ---: |" + " ---: |".repeat(workers.size()));
        for (Job job : JOBS) {
            System.out.println(line(job, times(job)));
        }
    }

    private Map<Worker, double[]> times(Job job) throws IOException {
        Map<Worker, double[]> times = new LinkedHashMap<>();
        workers.forEach(worker -> times.put(worker, new double[rounds]));
        for (int round = -WARM_UPS; round < rounds; round++) {
            for (Worker worker : workers) {
                double seconds = worker.seconds(job.workload(), job.batch());
                if (round >= 0) {
                    times.get(worker)[round] = seconds;
                }
            }
        }
        return times;
    }

    private String line(Job job, Map<Worker, double[]> times) {
        double peer = median(times.get(workers.get(workers.size() - 1)));
        List<String> cells = new ArrayList<>();
        for (double[] seconds : times.values()) {
            double median = median(seconds);
            double least = Arrays.stream(seconds).min().orElseThrow();
            cells.add(String.format(Locale.ROOT, "%.0f (%.0f), %.2fx", 1000 * median, 1000 * least, peer / median));
        }
        return "| %s | %d | %s |".formatted(job.workload().word(), job.batch(), String.join(" | ", cells));
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
