package io.ssdlab.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckpointTimesTest {

    private final AtomicLong clock = new AtomicLong(-5);

    @Test
    void byIterationsWhateverTheClockSays() {
        CheckpointTimes times =
                new CheckpointTimes(5, () -> clock.getAndAdd(Duration.ofHours(1).toNanos()));

        assertThat(due(times, 1, 16)).containsExactly(5, 10, 15);
    }

    @Test
    void byTheClockOnceTwoMinutesHavePassed() {
        CheckpointTimes times = new CheckpointTimes(
                0, () -> clock.getAndAdd(Duration.ofSeconds(50).toNanos()));

        assertThat(due(times, 1, 10)).containsExactly(3, 6, 9);
    }

    private static List<Integer> due(CheckpointTimes times, int from, int to) {
        return IntStream.range(from, to).filter(times::isDue).boxed().toList();
    }
}
