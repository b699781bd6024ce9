package io.ssdlab.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunWatchTest {

    private final Deque<List<String>> looks = new ArrayDeque<>();
    private int seconds;

    private boolean follow() throws InterruptedException {
        return new RunWatch(again -> looks.isEmpty() ? List.of() : looks.removeFirst(), passed -> seconds += passed)
                .follow(() -> {});
    }

    @Test
    void endsAtOnceWithoutARun() throws InterruptedException {
        assertThat(follow()).isFalse();
        assertThat(seconds).isZero();
    }

    @Test
    void outlastsTheGapBetweenTwoRuns() throws InterruptedException {
        looks.addAll(List.of(List.of("a"), List.of(), List.of(), List.of("b"), List.of("b")));

        assertThat(follow()).isTrue();

        assertThat(looks).isEmpty();
        assertThat(seconds).isEqualTo((4 + 5) * RunWatch.SECONDS);
    }
}
