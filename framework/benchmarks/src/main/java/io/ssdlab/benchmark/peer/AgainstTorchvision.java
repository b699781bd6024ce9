package io.ssdlab.benchmark.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Times SSD300 with a VGG16 of ssdlab, on both engines, and of torchvision: in each round each of them computes the same once,
 * so that what else the machine does strikes all alike. Prints medians and ratios as a Markdown table.
 */
public final class AgainstTorchvision {

    private static final int WARM_UPS = 2;

    private static final List<Job> JOBS = List.of(
            new Job(Workload.FORWARD, 1),
            new Job(Workload.FORWARD, 4),
            new Job(Workload.FORWARD, 8),
            new Job(Workload.INFERENCE, 1),
            new Job(Workload.INFERENCE, 8),
            new Job(Workload.TRAINING, 1),
            new Job(Workload.TRAINING, 4),
            new Job(Workload.TRAINING, 8));

    private final Contenders contenders;
    private final int rounds;

    private AgainstTorchvision(Contenders contenders, int rounds) {
        this.contenders = contenders;
        this.rounds = rounds;
    }

    private record Job(Workload workload, int batch) {}

    /** Arguments: the top folder of the repository, the number of threads, the rounds. */
    public static void main(String[] arguments) throws IOException {
        Contenders contenders = new Contenders(Path.of(arguments[0]), arguments[1]);
        new AgainstTorchvision(contenders, Integer.parseInt(arguments[2])).compare();
    }

    private void compare() throws IOException {
        System.out.printf(
                "Median of %d rounds in milliseconds (least), and how often as fast as torchvision as it comes:%n%n",
                rounds);
        for (Job job : JOBS) {
            // Each job has processes of its own: none holds memory of the one before.
            try (Worker mxnet = contenders.ssdlab("MXNET");
                    Worker pytorch = contenders.ssdlab("PYTORCH");
                    Worker tuned = contenders.torchvisionWithOurMemory();
                    Worker torchvision = contenders.torchvision()) {
                List<Worker> workers = List.of(mxnet, pytorch, tuned, torchvision);
                if (job.equals(JOBS.get(0))) {
                    header(workers);
                }
                System.out.println(line(job, times(job, workers)));
            }
        }
    }

    private static void header(List<Worker> workers) {
        System.out.printf(
                "| work | batch | %s |%n",
                workers.stream()
                        .map(worker -> worker.name() + " " + worker.version())
                        .collect(Collectors.joining(" | ")));
        System.out.println("| --- | ---: |" + " ---: |".repeat(workers.size()));
    }

    private Map<Worker, double[]> times(Job job, List<Worker> workers) throws IOException {
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

    /** The last worker is whom the others are compared with. */
    private static String line(Job job, Map<Worker, double[]> times) {
        List<double[]> all = List.copyOf(times.values());
        double peer = median(all.get(all.size() - 1));
        List<String> cells = new ArrayList<>();
        for (double[] seconds : all) {
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
