package io.ssdlab.core.coverage;

/**
 * What matching gives the prior boxes of one source map.
 *
 * @param source the name of the source map
 * @param rows of cells
 * @param columns of cells
 * @param boxes prior boxes on it
 * @param positivesPerImage the mean number of its prior boxes that are matched, over all images of the split
 * @param objects the share of objects, 0 to 1, that are matched to at least one of its prior boxes
 * @param neverMatched the share of its prior boxes, 0 to 1, that no image of the split matches
 */
public record LayerCoverage(
        String source,
        int rows,
        int columns,
        int boxes,
        double positivesPerImage,
        double objects,
        double neverMatched) {

    /** The source map's size, columns first: {@code 38x38}. */
    public String cells() {
        return columns + "x" + rows;
    }
}
