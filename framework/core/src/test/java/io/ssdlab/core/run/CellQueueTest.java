package io.ssdlab.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.core.store.RunKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CellQueueTest {

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final Set<Long> elsewhere = new HashSet<>();
    private int pauses;

    private final CellListener listener = new CellListener() {
        @Override
        public void waiting(PlannedCell cell) {
            told.add("waiting for " + cell.seed());
        }

        @Override
        public void failed(PlannedCell cell, Throwable failure) {
            told.add(cell.seed() + " failed: " + failure.getMessage());
        }
    };

    /** Works, unless the cell is worked on elsewhere; the cell of seed 2 fails. */
    private boolean work(PlannedCell cell) {
        if (elsewhere.contains(cell.seed())) {
            return false;
        }
        if (cell.seed() == 2) {
            throw new IllegalStateException("no luck");
        }
        told.add("did " + cell.seed());
        return true;
    }

    @Test
    void aFailureDoesNotKeepTheOthersFromBeingRun() {
        CellQueue queue = queue(3, false);

        queue.drain(this::work);

        assertThat(told).containsExactly("did 1", "2 failed: no luck", "did 3");
        assertThat(queue.failed()).extracting(PlannedCell::seed).containsExactly(2L);
    }

    @Test
    void failFastBeginsNoFurtherCell() {
        queue(3, true).drain(this::work);

        assertThat(told).containsExactly("did 1", "2 failed: no luck");
    }

    @Test
    void outOfMemoryIsTheFailureOfACell() {
        queue(2, false).drain(cell -> {
            throw new OutOfMemoryError("heap");
        });

        assertThat(told).containsExactly("1 failed: heap", "2 failed: heap");
    }

    @Test
    void whatAnotherProcessWorksOnComesLastAndIsWaitedFor() {
        elsewhere.add(1L);

        queue(4, false).drain(this::work);

        assertThat(told).containsExactly("waiting for 1", "2 failed: no luck", "did 3", "did 4", "did 1");
        assertThat(pauses).isEqualTo(3);
    }

    @Test
    void severalThreadsShareTheCells() {
        CountDownLatch both = new CountDownLatch(2);

        queue(2, false)
                .drain(
                        cell -> {
                            both.countDown();
                            // Only if the other cell is worked on at the same time does this end.
                            await(both);
                            told.add("did " + cell.seed());
                            return true;
                        },
                        2,
                        () -> told.add("halted"));

        assertThat(told).containsExactlyInAnyOrder("did 1", "did 2");
    }

    @Test
    void failFastHaltsWhatIsUnderWay() {
        CountDownLatch halted = new CountDownLatch(1);

        queue(2, true)
                .drain(
                        cell -> {
                            if (cell.seed() == 1) {
                                await(halted);
                                return true;
                            }
                            return work(cell);
                        },
                        2,
                        halted::countDown);

        assertThat(told).containsExactly("2 failed: no luck");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CellQueue queue(int cells, boolean failFast) {
        return new CellQueue(
                LongStream.rangeClosed(1, cells).mapToObj(CellQueueTest::cell).toList(),
                failFast,
                listener,
                this::pause);
    }

    /** The third look finds the other process done. */
    private void pause() {
        pauses++;
        if (pauses == 3) {
            elsewhere.clear();
        }
    }

    private static PlannedCell cell(long seed) {
        return new PlannedCell(
                null,
                seed,
                RunKey.of("hash", seed, "MXNet", Map.of()),
                CellState.MISSING,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
