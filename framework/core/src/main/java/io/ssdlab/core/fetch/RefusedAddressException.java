package io.ssdlab.core.fetch;

/** An address does not have the file, or fails too often: the next one may do better. */
final class RefusedAddressException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedAddressException(String reason) {
        super(reason);
    }
}
