package io.ssdlab.core.experiment;

import io.ssdlab.spi.Setting;

/** How samples are prepared. Does not change any result. */
public record LoaderSettings(
        @Setting(value = "Threads that prepare samples; 0 for one a core.", defaultsTo = "0", min = 0, max = 1024)
        int threads,

        @Setting(value = "Batches prepared ahead.", defaultsTo = "4", min = 1, max = 1024)
        int prefetch) {

    /** A thread for each core. */
    public static final LoaderSettings ALL_CORES = new LoaderSettings(0, 1);

    /** How many threads that is on this machine. */
    public int workers() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }
}
