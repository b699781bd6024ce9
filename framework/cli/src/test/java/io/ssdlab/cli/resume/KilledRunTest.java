package io.ssdlab.cli.resume;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.cli.CliProcess;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills real processes with SIGKILL at twenty moments, some runs once and some ten times, and compares what they come to in
 * the end with a run that nobody disturbed: checkpoints, detections, scores and tables byte for byte, the losses digit by
 * digit.
 */
@Tag("engine")
class KilledRunTest {

    static final String EXPERIMENT = """
            name: tiny
            model:
              input: {width: 76, height: 76}
              backbone: {use: small-vgg, stages: [[8, 8], [8], [16]], extras: [16, 16]}
              priors: {use: ssd-priors, aspect-ratios: [[2], [2, 3], [2], [2]]}
            training:
              matcher: bipartite-iou
              loss: multibox
              augment: {expansion: {}, batch-sampler: {}, resize: {}, horizontal-flip: {}}
              batch: 4
              iterations: 12
              checkpoint-every: 2
              optimiser: {learning-rate: 0.01}
            detection: {batch: 2}
            dataset:
              train: {use: shapes, split: train, train-images: 12, test-images: 6, image-size: 96}
              test: {use: shapes, split: test, train-images: 12, test-images: 6, image-size: 96}
            table:
              factors:
                expansion: {without: no-expansion}
              rows:
                - {expansion: yes}
              columns: [boxes, mAP]
            """;

    private static final long SEED = 20;
    private static final int KILLS = 20;

    /** Kills of the first runs; the others share what is left. */
    private static final List<Integer> SHARES = List.of(1, 10);

    private static final int MOST_LIVES = 80;
    private static final int TRIES = 3;
    private static final long POLL_NANOS = 50_000;

    private final Map<Moment.Phase, Integer> hits = new EnumMap<>(Moment.Phase.class);
    private int lives;

    @TempDir
    private Path folder;

    @Test
    void aRunKilledAtAnyMomentEndsLikeOneThatWasNot() throws IOException {
        Files.writeString(folder.resolve("tiny.yaml"), EXPERIMENT);
        Map<String, String> undisturbed = finish("undisturbed");

        Deque<Moment> moments = new ArrayDeque<>(draw());
        int runs = 0;
        while (!moments.isEmpty() && lives < MOST_LIVES) {
            int share = runs < SHARES.size() ? SHARES.get(runs) : moments.size();
            List<Moment> some = new ArrayList<>();
            while (some.size() < share && !moments.isEmpty()) {
                some.add(moments.remove());
            }
            String results = "killed" + runs;
            share("undisturbed/data", results + "/data");
            some.stream().sorted().forEach(moment -> {
                if (!kill(results, moment)) {
                    moments.add(moment);
                }
            });
            assertThat(finish(results)).as("after the kills %s", some).isEqualTo(undisturbed);
            runs++;
        }
        System.out.printf("killed by phase: %s; %d runs, %d processes%n", hits, runs, lives);
        assertThat(moments).as("moments not met").isEmpty();
        assertThat(hits).containsOnlyKeys(Moment.Phase.values());
        assertThat(hits.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(KILLS);
    }

    /** Each phase, and then any; in an order of chance, the first one while training. */
    private static List<Moment> draw() {
        SplittableRandom random = new SplittableRandom(SEED);
        Moment.Phase[] phases = Moment.Phase.values();
        List<Moment> drawn = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            Moment.Phase phase = i < phases.length ? phases[i] : phases[random.nextInt(phases.length)];
            drawn.add(random.nextInt(drawn.size() + 1), Moment.draw(phase, random));
        }
        return drawn;
    }

    /** Whether it was killed in the phase asked for. */
    private boolean kill(String results, Moment wanted) {
        Moment moment = wanted;
        for (int i = 0; i < TRIES; i++) {
            StoreView store = new StoreView(folder.resolve(results));
            if (!store.isToCome(moment.phase())) {
                return false;
            }
            if (isKilledAt(moment, store)) {
                hits.merge(moment.phase(), 1, Integer::sum);
                return true;
            }
            moment = moment.first();
        }
        return false;
    }

    private boolean isKilledAt(Moment moment, StoreView store) {
        lives++;
        try (CliProcess process = start(store.results().getFileName().toString())) {
            MomentWatch watch = new MomentWatch(moment, store, process);
            while (process.isAlive() && !watch.isNow()) {
                LockSupport.parkNanos(POLL_NANOS);
            }
            process.kill();
            CliRun ended = process.end();
            assertThat(ended.exitCode()).as(ended.err()).isIn(0, CliProcess.KILLED);
            return ended.exitCode() == CliProcess.KILLED && watch.wasHit();
        }
    }

    private Map<String, String> finish(String results) {
        lives++;
        try (CliProcess process = start(results)) {
            CliRun run = process.end();
            assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
            assertThat(run.err()).doesNotContain("warning");
        }
        return new StoreView(folder.resolve(results)).outcome();
    }

    private CliProcess start(String results) {
        return CliProcess.start(folder, "run", "tiny.yaml", "--results", results);
    }

    /** Hard links, for the data set is only read. */
    private void share(String from, String to) throws IOException {
        Path source = folder.resolve(from);
        try (Stream<Path> walk = Files.walk(source)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                Path link = folder.resolve(to).resolve(source.relativize(file));
                Files.createDirectories(link.getParent());
                Files.createLink(link, file);
            }
        }
    }
}
