package io.ssdlab.weights;

/** What files of weights may hold at most. */
final class Limits {

    static final int TENSORS = 100_000;

    /** Characters of a tensor's name. */
    static final int NAME = 1024;

    static final int RANK = 8;

    /** Elements of all tensors together: 4 GiB as floats. */
    static final long ELEMENTS = 1L << 30;

    /** Characters of a value of metadata. */
    static final int TEXT = 1 << 18;

    /** Bytes of a JSON text. */
    static final int JSON = 100 << 20;

    private Limits() {}
}
