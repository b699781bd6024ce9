package io.ssdlab.core.detect;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorBoxes.Variances;

/**
 * What the four offsets of a prior box mean ({@code code_type} of the original). The variances are divided into the offsets;
 * all arithmetic is float32 in the original's order.
 */
public enum BoxCoding {

    /**
     * Shift of the centre in sizes of the prior box, logarithm of the ratio of sizes: SSD's choice (paper section 2.2,
     * "Training objective").
     */
    CENTRE_SIZE {
        @Override
        void encode(CornerBox box, PriorBoxes priors, int prior, float[] offsets, int at) {
            Variances variances = priors.variances();
            float[] centreSizes = priors.centreSizes();
            int p = 4 * prior;
            float width = centreSizes[p + 2];
            float height = centreSizes[p + 3];
            offsets[at] = (box.centreX() - centreSizes[p]) / width / variances.centreX();
            offsets[at + 1] = (box.centreY() - centreSizes[p + 1]) / height / variances.centreY();
            offsets[at + 2] = (float) Math.log(box.width() / width) / variances.width();
            offsets[at + 3] = (float) Math.log(box.height() / height) / variances.height();
        }

        @Override
        void decode(float[] offsets, int from, PriorBoxes priors, int prior, float[] corners, int at) {
            Variances variances = priors.variances();
            float[] centreSizes = priors.centreSizes();
            int p = 4 * prior;
            float width = centreSizes[p + 2];
            float height = centreSizes[p + 3];
            float centreX = variances.centreX() * offsets[from] * width + centreSizes[p];
            float centreY = variances.centreY() * offsets[from + 1] * height + centreSizes[p + 1];
            float halfWidth = (float) Math.exp(variances.width() * offsets[from + 2]) * width / 2;
            float halfHeight = (float) Math.exp(variances.height() * offsets[from + 3]) * height / 2;
            corners[at] = centreX - halfWidth;
            corners[at + 1] = centreY - halfHeight;
            corners[at + 2] = centreX + halfWidth;
            corners[at + 3] = centreY + halfHeight;
        }
    },

    /** Shift of each corner in units of the image. The four variances are those of xMin, yMin, xMax and yMax. */
    CORNER {
        @Override
        void encode(CornerBox box, PriorBoxes priors, int prior, float[] offsets, int at) {
            encodeShifts(box, priors, prior, 1, 1, offsets, at);
        }

        @Override
        void decode(float[] offsets, int from, PriorBoxes priors, int prior, float[] corners, int at) {
            decodeShifts(offsets, from, priors, prior, 1, 1, corners, at);
        }
    },

    /** Shift of each corner in sizes of the prior box. The four variances are those of xMin, yMin, xMax and yMax. */
    CORNER_SIZE {
        @Override
        void encode(CornerBox box, PriorBoxes priors, int prior, float[] offsets, int at) {
            encodeShifts(box, priors, prior, width(priors, prior), height(priors, prior), offsets, at);
        }

        @Override
        void decode(float[] offsets, int from, PriorBoxes priors, int prior, float[] corners, int at) {
            decodeShifts(offsets, from, priors, prior, width(priors, prior), height(priors, prior), corners, at);
        }
    };

    /** Writes the offsets of a box of positive area to {@code offsets[at]} and after. */
    abstract void encode(CornerBox box, PriorBoxes priors, int prior, float[] offsets, int at);

    /** Writes the corners that {@code offsets[from]} and after mean to {@code corners[at]} and after, not clipped. */
    abstract void decode(float[] offsets, int from, PriorBoxes priors, int prior, float[] corners, int at);

    private static void encodeShifts(
            CornerBox box, PriorBoxes priors, int prior, float unitX, float unitY, float[] offsets, int at) {
        Variances variances = priors.variances();
        float[] corners = priors.corners();
        int p = 4 * prior;
        offsets[at] = (box.xMin() - corners[p]) / unitX / variances.centreX();
        offsets[at + 1] = (box.yMin() - corners[p + 1]) / unitY / variances.centreY();
        offsets[at + 2] = (box.xMax() - corners[p + 2]) / unitX / variances.width();
        offsets[at + 3] = (box.yMax() - corners[p + 3]) / unitY / variances.height();
    }

    private static void decodeShifts(
            float[] offsets,
            int from,
            PriorBoxes priors,
            int prior,
            float unitX,
            float unitY,
            float[] corners,
            int at) {
        Variances variances = priors.variances();
        float[] priorCorners = priors.corners();
        int p = 4 * prior;
        corners[at] = priorCorners[p] + variances.centreX() * offsets[from] * unitX;
        corners[at + 1] = priorCorners[p + 1] + variances.centreY() * offsets[from + 1] * unitY;
        corners[at + 2] = priorCorners[p + 2] + variances.width() * offsets[from + 2] * unitX;
        corners[at + 3] = priorCorners[p + 3] + variances.height() * offsets[from + 3] * unitY;
    }

    private static float width(PriorBoxes priors, int prior) {
        return priors.corners()[4 * prior + 2] - priors.corners()[4 * prior];
    }

    private static float height(PriorBoxes priors, int prior) {
        return priors.corners()[4 * prior + 3] - priors.corners()[4 * prior + 1];
    }
}
