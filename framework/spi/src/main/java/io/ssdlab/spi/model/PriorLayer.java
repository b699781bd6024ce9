package io.ssdlab.spi.model;

/**
 * The prior boxes of one source map: {@code boxesPerCell} at each of {@code rows * columns} cells.
 *
 * @param source the name of the source map
 */
public record PriorLayer(String source, int rows, int columns, int boxesPerCell) {

    public int boxes() {
        return rows * columns * boxesPerCell;
    }
}
