package io.ssdlab.core.run;

import io.ssdlab.core.store.RunKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cells to work through: one that fails does not keep the others from being run, and one that another process works on
 * waits until the others are done. Thread-safe: several workers may drain one queue.
 */
public final class CellQueue {

    private final Deque<PlannedCell> pending;
    private final boolean failFast;
    private final CellListener listener;
    private final Runnable pause;
    private final Set<RunKey> elsewhere = new HashSet<>();
    private final List<PlannedCell> failed = new ArrayList<>();

    /**
     * All cells are pending.
     *
     * @param failFast whether no further cell is begun after one has failed
     * @param listener told of cells that fail and of those to be waited for, by one thread at a time
     * @param pause called before it is looked again whether another process is done
     */
    public CellQueue(Collection<PlannedCell> cells, boolean failFast, CellListener listener, Runnable pause) {
        this.pending = new ArrayDeque<>(cells);
        this.failFast = failFast;
        this.listener = listener;
        this.pause = pause;
    }

    /** Has a worker work on cells until none is pending. */
    @SuppressWarnings("IllegalCatch") // Whatever a cell fails of, the others are to be run.
    public void drain(CellWorker worker) {
        for (Optional<PlannedCell> next = take(); next.isPresent(); next = take()) {
            PlannedCell cell = next.get();
            try {
                if (!worker.work(cell)) {
                    putBack(cell);
                }
            } catch (RuntimeException | LinkageError | OutOfMemoryError failure) {
                fail(cell, failure);
            }
        }
    }

    /**
     * The same by several threads at once, of which this is one. Returns when all are through.
     *
     * @param worker for several threads
     * @param threads at least one
     * @param halt called when a cell has failed and no further one is to be begun, to end what is under way
     */
    public void drain(CellWorker worker, int threads, Runnable halt) {
        Runnable work = () -> {
            drain(worker);
            if (isStopped()) {
                halt.run();
            }
        };
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread thread = new Thread(work, "job-" + (i + 1));
            others.add(thread);
            thread.start();
        }
        work.run();
        for (Thread thread : others) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                halt.run();
                return;
            }
        }
    }

    private synchronized boolean isStopped() {
        return failFast && !failed.isEmpty();
    }

    /** The cells that failed, in the order in which they did. */
    public synchronized List<PlannedCell> failed() {
        return List.copyOf(failed);
    }

    private Optional<PlannedCell> take() {
        if (isPauseDue()) {
            pause.run();
        }
        synchronized (this) {
            return isStopped() ? Optional.empty() : Optional.ofNullable(pending.poll());
        }
    }

    private synchronized boolean isPauseDue() {
        return !pending.isEmpty() && pending.stream().map(PlannedCell::key).allMatch(elsewhere::contains);
    }

    private synchronized void putBack(PlannedCell cell) {
        pending.add(cell);
        if (elsewhere.add(cell.key())) {
            listener.waiting(cell);
        }
    }

    private synchronized void fail(PlannedCell cell, Throwable failure) {
        failed.add(cell);
        listener.failed(cell, failure);
    }
}
