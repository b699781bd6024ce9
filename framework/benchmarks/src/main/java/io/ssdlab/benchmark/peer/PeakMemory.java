package io.ssdlab.benchmark.peer;

import io.ssdlab.benchmark.Timings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * The greatest resident memory of a process that trains SSD300, of ssdlab on both engines and of torchvision, one after
 * another: the peak that the kernel counts ({@code VmHWM}), after a few steps, with all that the process has besides, such as
 * Java's heap. Prints a Markdown table. Linux only.
 */
public final class PeakMemory {

    private static final int STEPS = 6;

    private PeakMemory() {}

    /** Arguments: the top folder of the repository, the number of threads, the batch size. */
    public static void main(String[] arguments) throws Exception {
        Contenders contenders = new Contenders(Path.of(arguments[0]), arguments[1], "cpu");
        int batch = Integer.parseInt(arguments[2]);
        System.out.println("Peak resident memory after %d training steps of %d images:".formatted(STEPS, batch));
        System.out.println();
        System.out.println("| process | ready, MiB | training, MiB | step, ms: median (least, greatest) |");
        System.out.println("| --- | ---: | ---: | ---: |");
        measure(() -> contenders.ssdlab("MXNET"), batch);
        measure(() -> contenders.ssdlab("PYTORCH"), batch);
        measure(contenders::torchvision, batch);
    }

    private static void measure(Callable<Worker> start, int batch) throws Exception {
        try (Worker worker = start.call()) {
            long ready = worker.peakMemory();
            Timings steps = new Timings();
            for (int step = 0; step < STEPS; step++) {
                steps.add((long) (1e9 * worker.seconds(Workload.TRAINING, batch)));
            }
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %s %s | %d | %d | %s |",
                    worker.name(),
                    worker.version(),
                    ready >> 20,
                    worker.peakMemory() >> 20,
                    steps.milliseconds()));
        }
    }
}
