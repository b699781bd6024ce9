package io.ssdlab.plugin.datasets.picture;

/** An image file is not what it should be; the message says why, without naming the file. */
public final class BrokenImageException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenImageException(String message) {
        super(message);
    }
}
