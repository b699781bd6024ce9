package io.ssdlab.core.run;

/** Works on cells, one at a time. */
@FunctionalInterface
public interface CellWorker {

    /**
     * Sees to it that the run of a cell is stored. What it throws is a failure of this cell alone.
     *
     * @return false if another process works on it: ask again later
     */
    boolean work(PlannedCell cell);
}
