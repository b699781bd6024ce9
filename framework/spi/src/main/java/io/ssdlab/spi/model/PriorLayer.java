package io.ssdlab.spi.model;

import io.ssdlab.spi.Maturity;

/**
 * The prior boxes of one source map: {@code boxesPerCell} at each of {@code rows * columns} cells.
 *
 * @param source the name of the source map
 */
@Maturity(Maturity.Level.STABLE)
public record PriorLayer(String source, int rows, int columns, int boxesPerCell) {

    public int boxes() {
        return rows * columns * boxesPerCell;
    }
}
