package io.ssdlab.benchmark;

import io.ssdlab.core.data.AugmentedSamples;
import io.ssdlab.core.data.BatchLoader;
import io.ssdlab.core.data.RandomStreams;
import io.ssdlab.core.data.SampleEncoder;
import io.ssdlab.core.data.TargetEncoder;
import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.ModelComponents;
import io.ssdlab.spi.data.AnnotatedImage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Loads batches of SSD300 as training does (decoded, augmented, warped, matched, encoded), without a network and an engine, by
 * one, two, four loader threads and so on in turn, up to one a processor, and prints images per second as a Markdown table.
 */
public final class LoadingTimes {

    private static final int BATCH = 8;
    private static final int BATCHES = 25;
    private static final int PREFETCH = 4;
    private static final int WARM_UPS = 2;

    private final SampleEncoder encoder;
    private final List<Integer> threadCounts = IntStream.iterate(1, threads -> 2 * threads)
            .takeWhile(threads -> threads <= Runtime.getRuntime().availableProcessors())
            .boxed()
            .toList();
    private final ProcessorTime processorTime = new ProcessorTime();

    private LoadingTimes(SampleEncoder encoder) {
        this.encoder = encoder;
    }

    /** Arguments: the top folder of the repository, that with the data set {@code voc2012-mini}, the rounds. */
    public static void main(String[] arguments) {
        Path data = Path.of(arguments[1]).toAbsolutePath();
        PaperExperiment paper = PaperExperiment.load(
                Path.of(arguments[0]),
                "dataset.train.use=voc",
                "dataset.train.folder=" + data.resolve("voc2012-mini/VOCdevkit/VOC2012"),
                "dataset.train.split=train");
        new LoadingTimes(encoder(paper)).print(Integer.parseInt(arguments[2]));
    }

    private static SampleEncoder encoder(PaperExperiment paper) {
        Experiment settings = paper.experiment();
        Components components = paper.components();
        List<AnnotatedImage> images = components.trainDataset().read().images();
        BoxCoder coder = new BoxCoder(
                new ModelComponents(components.backbone(), components.priors())
                        .layout(settings.model())
                        .priors(),
                settings.model().boxCoding());
        return new SampleEncoder(
                new AugmentedSamples(images, components.augmenters(), true),
                components.matcher(),
                new TargetEncoder(coder),
                settings.model().inputEncoder());
    }

    private void print(int rounds) {
        Map<Integer, Timings> clock = new LinkedHashMap<>();
        Map<Integer, Timings> processor = new LinkedHashMap<>();
        for (int round = -WARM_UPS; round < rounds; round++) {
            for (int threads : threadCounts) {
                long processorBefore = processorTime.nanoseconds();
                long nanoseconds = load(threads);
                if (round >= 0) {
                    clock.computeIfAbsent(threads, count -> new Timings()).add(nanoseconds);
                    processor
                            .computeIfAbsent(threads, count -> new Timings())
                            .add(processorTime.nanoseconds() - processorBefore);
                }
            }
        }
        System.out.println("Median of %d rounds of %d images:".formatted(rounds, BATCH * BATCHES));
        System.out.println();
        System.out.println("| loader threads | images/s | times one thread | processor time an image, ms |");
        System.out.println("| ---: | ---: | ---: | ---: |");
        double one = clock.get(1).median();
        clock.forEach((threads, times) -> System.out.println(String.format(
                Locale.ROOT,
                "| %d | %.1f | %.2f | %.1f |",
                threads,
                BATCH * BATCHES / times.median(),
                one / times.median(),
                1000 * processor.get(threads).median() / (BATCH * BATCHES))));
    }

    private long load(int threads) {
        try (BatchLoader loader = new BatchLoader(encoder, new RandomStreams(1), BATCH, threads, PREFETCH, 0)) {
            long start = System.nanoTime();
            for (int batch = 0; batch < BATCHES; batch++) {
                loader.next();
            }
            return System.nanoTime() - start;
        }
    }
}
