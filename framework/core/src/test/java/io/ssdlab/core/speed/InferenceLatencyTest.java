package io.ssdlab.core.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class InferenceLatencyTest {

    private final Deque<Long> clock = new ArrayDeque<>();

    @Test
    void leavesOutTheWarmUpAndSharesABatchOut() {
        InferenceLatency latency = new InferenceLatency(4, clock::remove);
        batches(latency, List.of(900, 800, 40, 80, 60, 20, 100), 4);

        InferenceLatency.Summary summary = latency.summary();

        assertThat(summary.images()).isEqualTo(28);
        assertThat(summary.timedBatches()).isEqualTo(5);
        // 20 images in 300 ms; 5, 10, 15, 20 and 25 ms an image.
        assertThat(summary.imagesPerSecond()).isCloseTo(66.667, within(0.001));
        assertThat(summary.medianMilliseconds()).isEqualTo(15);
        assertThat(summary.p95Milliseconds()).isCloseTo(24, within(1e-9));
    }

    @Test
    void leavesOutABatchThatIsNotFull() {
        InferenceLatency latency = new InferenceLatency(2, clock::remove);
        batches(latency, List.of(9, 9, 10, 10), 2);
        batches(latency, List.of(500), 1);

        assertThat(latency.summary().images()).isEqualTo(9);
        assertThat(latency.summary().p95Milliseconds()).isEqualTo(5);
    }

    @Test
    void hasNoNumbersOfNothing() {
        InferenceLatency latency = new InferenceLatency(1, clock::remove);
        batches(latency, List.of(9, 9), 1);

        assertThat(latency.summary().timedBatches()).isZero();
        assertThat(latency.summary().imagesPerSecond()).isNaN();
    }

    @Test
    void notesAnyNumberOfBatches() {
        InferenceLatency latency = new InferenceLatency(1, clock::remove);
        for (int i = 0; i < 1000; i++) {
            batches(latency, List.of(i), 1);
        }

        assertThat(latency.summary().medianMilliseconds()).isEqualTo(500.5);
    }

    private void batches(InferenceLatency latency, List<Integer> milliseconds, int size) {
        for (int taken : milliseconds) {
            clock.add(7L);
            clock.add(7L + taken * 1_000_000L);
            latency.start();
            latency.stop(size);
        }
    }
}
