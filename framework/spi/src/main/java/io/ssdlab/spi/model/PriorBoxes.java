package io.ssdlab.spi.model;

import io.ssdlab.spi.Maturity;
import io.ssdlab.spi.box.CornerBox;
import java.util.List;

/**
 * The prior (default) boxes of a detector, in the order in which its heads predict: by source map, row, column, box of
 * the cell. Normalised; may reach outside the image.
 *
 * <p>Held both as corners ({@code xMin, yMin, xMax, yMax}) and as centre and size ({@code cx, cy, width, height}), flat:
 * value i of prior p is at {@code 4 * p + i}. The arrays are shared and read only.
 */
@Maturity(Maturity.Level.STABLE)
public final class PriorBoxes {

    private final List<PriorLayer> layers;
    private final float[] corners;
    private final float[] centreSizes;
    private final Variances variances;

    /**
     * By how much each coordinate of an encoded box is divided (original: 0.1, 0.1, 0.2, 0.2), so that all four targets
     * have about unit spread.
     */
    public record Variances(float centreX, float centreY, float width, float height) {

        /** The original's: 0.1 for the centre, 0.2 for the size. */
        public static final Variances ORIGINAL = new Variances(0.1f, 0.1f, 0.2f, 0.2f);

        /**
         * From settings: centre x, centre y, width, height.
         *
         * @throws IllegalArgumentException if there are not four, with a message that says so
         */
        public static Variances of(List<Double> values) {
            if (values.size() != 4) {
                throw new IllegalArgumentException(
                        "variances %s: expected four, for centre x, centre y, width and height".formatted(values));
            }
            return new Variances(
                    values.get(0).floatValue(),
                    values.get(1).floatValue(),
                    values.get(2).floatValue(),
                    values.get(3).floatValue());
        }
    }

    private PriorBoxes(List<PriorLayer> layers, float[] corners, float[] centreSizes, Variances variances) {
        int boxes = layers.stream().mapToInt(PriorLayer::boxes).sum();
        if (corners.length != 4 * boxes) {
            throw new IllegalArgumentException(
                    "%d values for %d prior boxes, expected four each".formatted(corners.length, boxes));
        }
        this.layers = List.copyOf(layers);
        this.corners = corners;
        this.centreSizes = centreSizes;
        this.variances = variances;
    }

    /** From {@code [priors * 4]} corners; centre and size are derived. Takes over the array. */
    public static PriorBoxes ofCorners(List<PriorLayer> layers, float[] corners, Variances variances) {
        float[] centreSizes = new float[corners.length];
        for (int i = 0; i < corners.length; i += 4) {
            centreSizes[i] = (corners[i] + corners[i + 2]) / 2;
            centreSizes[i + 1] = (corners[i + 1] + corners[i + 3]) / 2;
            centreSizes[i + 2] = corners[i + 2] - corners[i];
            centreSizes[i + 3] = corners[i + 3] - corners[i + 1];
        }
        return new PriorBoxes(layers, corners, centreSizes, variances);
    }

    /** From {@code [priors * 4]} centres and sizes; the corners are derived. Takes over the array. */
    public static PriorBoxes ofCentreSizes(List<PriorLayer> layers, float[] centreSizes, Variances variances) {
        float[] corners = new float[centreSizes.length];
        for (int i = 0; i < corners.length; i += 4) {
            corners[i] = centreSizes[i] - centreSizes[i + 2] / 2;
            corners[i + 1] = centreSizes[i + 1] - centreSizes[i + 3] / 2;
            corners[i + 2] = centreSizes[i] + centreSizes[i + 2] / 2;
            corners[i + 3] = centreSizes[i + 1] + centreSizes[i + 3] / 2;
        }
        return new PriorBoxes(layers, corners, centreSizes, variances);
    }

    /** The number of prior boxes. */
    public int size() {
        return corners.length / 4;
    }

    public List<PriorLayer> layers() {
        return layers;
    }

    /** {@code [priors * 4]}: xMin, yMin, xMax, yMax of each. */
    public float[] corners() {
        return corners;
    }

    /** {@code [priors * 4]}: centre x, centre y, width, height of each. */
    public float[] centreSizes() {
        return centreSizes;
    }

    public Variances variances() {
        return variances;
    }

    public CornerBox box(int prior) {
        int i = 4 * prior;
        return new CornerBox(corners[i], corners[i + 1], corners[i + 2], corners[i + 3]);
    }
}
