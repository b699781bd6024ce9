package io.ssdlab.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes calls from several threads at once, as loader threads do. */
final class SeveralThreads {

    private static final int THREADS = 4;

    private SeveralThreads() {}

    /**
     * The results in the order of the calls.
     *
     * @throws ExecutionException with what a call threw
     */
    static <T> List<T> resultsOf(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
