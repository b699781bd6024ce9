package io.ssdlab.cli.command;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends this process when the one that started it ends, however that ends: the pipe from it is then closed. What this process
 * has stored is whole at any moment, so it is halted on the spot.
 */
final class Lifeline implements Runnable {

    private static final int TERMINATED = 143;

    private final InputStream fromParent;

    private Lifeline(InputStream fromParent) {
        this.fromParent = fromParent;
    }

    static void hold() {
        Thread watch = new Thread(new Lifeline(System.in), "lifeline");
        watch.setDaemon(true);
        watch.start();
    }

    @Override
    public void run() {
        try {
            fromParent.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException ignored) {
            // Then there is no parent either.
        }
        Runtime.getRuntime().halt(TERMINATED);
    }
}
