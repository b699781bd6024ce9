package io.ssdlab.core.run;

/** Told of the cells whose runs do not go straight ahead; by one thread at a time. */
public interface CellListener {

    /** Another process works on the run of a cell: this one waits for it when it has nothing else to do. */
    void waiting(PlannedCell cell);

    /** The run of a cell failed; what it has stored is kept. */
    void failed(PlannedCell cell, Throwable failure);
}
