package io.ssdlab.benchmark.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Times SSD300 with a VGG16 of ssdlab, on both engines, and of torchvision: in each round each of them computes the same once,
 * so that what else the machine does strikes all alike. Prints medians and ratios as a Markdown table.
 */
public final class AgainstTorchvision {

    private static final int WARM_UPS = 2;

    /** Seconds. */
    private static final double DECIMALS_BELOW = 0.1;

    private static final List<Job> ON_CPU = List.of(
            new Job(Workload.FORWARD, 1),
            new Job(Workload.FORWARD, 4),
            new Job(Workload.FORWARD, 8),
            new Job(Workload.SUPPRESSION, 1),
            new Job(Workload.SUPPRESSION, 8),
            new Job(Workload.INFERENCE, 1),
            new Job(Workload.INFERENCE, 8),
            new Job(Workload.TRAINING, 1),
            new Job(Workload.TRAINING, 4),
            new Job(Workload.TRAINING, 8));

    /** With batches that fill a GPU. */
    private static final List<Job> ON_GPU = List.of(
            new Job(Workload.FORWARD, 1),
            new Job(Workload.FORWARD, 8),
            new Job(Workload.FORWARD, 32),
            new Job(Workload.INFERENCE, 1),
            new Job(Workload.INFERENCE, 8),
            new Job(Workload.INFERENCE, 32),
            new Job(Workload.TRAINING, 8),
            new Job(Workload.TRAINING, 32));

    private final Contenders contenders;
    private final List<Job> jobs;
    private final int rounds;

    private AgainstTorchvision(Contenders contenders, List<Job> jobs, int rounds) {
        this.contenders = contenders;
        this.jobs = jobs;
        this.rounds = rounds;
    }

    private record Job(Workload workload, int batch) {}

    /** Arguments: the top folder of the repository, the number of threads, the rounds, the device, the work, or {@code all}. */
    public static void main(String[] arguments) throws IOException {
        Contenders contenders = new Contenders(Path.of(arguments[0]), arguments[1], arguments[3]);
        List<Job> jobs = contenders.device().equals("cpu") ? ON_CPU : ON_GPU;
        if (!arguments[4].equals("all")) {
            Workload only = Workload.of(arguments[4]);
            jobs = jobs.stream().filter(job -> job.workload() == only).toList();
        }
        new AgainstTorchvision(contenders, jobs, Integer.parseInt(arguments[2])).compare();
    }

    private void compare() throws IOException {
        System.out.printf(
                "Median of %d rounds in milliseconds (least), and how often as fast as torchvision as it comes:%n%n",
                rounds);
        boolean gpu = !contenders.device().equals("cpu");
        for (Job job : jobs) {
            // Each job has processes of its own: none holds memory of the one before.
            List<Worker> workers = new ArrayList<>();
            try {
                if (!gpu) {
                    // No build of it knows the GPUs of today.
                    workers.add(contenders.ssdlab("MXNET"));
                }
                workers.add(contenders.ssdlab("PYTORCH"));
                if (!gpu) {
                    workers.add(contenders.torchvisionWithOurMemory());
                }
                workers.add(contenders.torchvision());
                if (job.equals(jobs.get(0))) {
                    header(workers, gpu);
                }
                System.out.println(line(job, times(job, workers)) + (gpu ? memory(workers) : ""));
            } finally {
                workers.forEach(Worker::close);
            }
        }
    }

    /** A cell with what each process holds of the GPU; allocators keep what they once had. */
    private static String memory(List<Worker> workers) throws IOException {
        Map<Long, Long> held = GpuMemory.mebibytesOfProcesses();
        return workers.stream()
                .map(worker -> Optional.ofNullable(held.get(worker.pid())))
                .map(mebibytes -> mebibytes.map(Object::toString).orElse("not told"))
                .collect(Collectors.joining(", ", " ", " |"));
    }

    private static void header(List<Worker> workers, boolean gpu) {
        System.out.printf(
                "| work | batch | %s |%s%n",
                workers.stream()
                        .map(worker -> worker.name() + " " + worker.version())
                        .collect(Collectors.joining(" | ")),
                gpu ? " GPU memory, MiB |" : "");
        System.out.println("| --- | ---: |" + " ---: |".repeat(workers.size() + (gpu ? 1 : 0)));
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
            String milliseconds = median < DECIMALS_BELOW ? "%.1f (%.1f)" : "%.0f (%.0f)";
            cells.add(String.format(Locale.ROOT, milliseconds + ", %.2fx", 1000 * median, 1000 * least, peer / median));
        }
        return "| %s | %d | %s |".formatted(job.workload().word(), job.batch(), String.join(" | ", cells));
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
