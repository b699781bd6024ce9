package io.ssdlab.core.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Closes a response's body when nothing came for too long, which ends the read that waits for it: the timeout of a request
 * counts only until its headers are there.
 */
final class StallGuard implements AutoCloseable {

    private final InputStream body;
    private final Duration silence;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "download-stall-guard");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long heard = System.nanoTime();
    private volatile boolean stalled;

    @SuppressWarnings("FutureReturnValueIgnored")
    StallGuard(InputStream body, Duration silence) {
        this.body = body;
        this.silence = silence;
        long interval = Math.max(1, silence.toMillis() / 4);
        timer.scheduleAtFixedRate(this::check, interval, interval, TimeUnit.MILLISECONDS);
    }

    private void check() {
        if (System.nanoTime() - heard > silence.toNanos()) {
            stalled = true;
            try {
                body.close();
            } catch (IOException ignored) {
                // The reader hears of the stall, which is why it was closed.
            }
        }
    }

    /** The server sends nothing any more. */
    static final class SilenceException extends IOException {

        private static final long serialVersionUID = 1L;

        SilenceException(Duration silence) {
            super("nothing came for " + silence.toSeconds() + " seconds");
        }
    }

    /**
     * Reads as {@link InputStream#read(byte[])} does.
     *
     * @throws SilenceException if nothing came for too long
     */
    int read(byte[] buffer) throws IOException {
        heard = System.nanoTime();
        try {
            int read = body.read(buffer);
            if (stalled) {
                throw new SilenceException(silence);
            }
            return read;
        } catch (IOException e) {
            throw stalled ? new SilenceException(silence) : e;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
