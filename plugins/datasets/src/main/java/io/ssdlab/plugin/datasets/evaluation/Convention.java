package io.ssdlab.plugin.datasets.evaluation;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.box.PixelBox;

/** The points in which implementations of the VOC metrics differ. */
public enum Convention {

    /**
     * The VOC devkit as py-faster-rcnn's {@code voc_eval.py} has it: boxes include their last pixel, a hit needs an IoU
     * above the threshold, mAP is the mean over the classes with ground truth.
     */
    DEVKIT {
        @Override
        double intersectionOverUnion(PixelBox a, PixelBox b, int imageWidth, int imageHeight) {
            return inPixels(a, b, 1);
        }
    },

    /**
     * DetectionEvaluateLayer of the original as its training scripts set it up: single precision, boxes cut to the image,
     * the last pixel included, an IoU equal to the threshold is a hit, mAP is the mean over all classes.
     */
    CAFFE {
        @Override
        double intersectionOverUnion(PixelBox a, PixelBox b, int imageWidth, int imageHeight) {
            CornerBox first = cut(a, imageWidth, imageHeight);
            CornerBox second = cut(b, imageWidth, imageHeight);
            float width = Math.min(first.xMax(), second.xMax()) - Math.max(first.xMin(), second.xMin()) + 1;
            float height = Math.min(first.yMax(), second.yMax()) - Math.max(first.yMin(), second.yMin()) + 1;
            if (!(width > 0 && height > 0)) {
                return 0;
            }
            float intersection = width * height;
            return intersection / (areaWithLastPixel(first) + areaWithLastPixel(second) - intersection);
        }
    },

    /** As {@link #CAFFE}, for a layer that has no file of image sizes: normalised boxes, without a last pixel to include. */
    CAFFE_NORMALISED {
        @Override
        double intersectionOverUnion(PixelBox a, PixelBox b, int imageWidth, int imageHeight) {
            return a.normalised(imageWidth, imageHeight).intersectionOverUnion(b.normalised(imageWidth, imageHeight));
        }
    },

    /** {@code eval.py} of ssd.pytorch: as {@link #DEVKIT}, but boxes end where their last pixel starts. */
    SSD_PYTORCH {
        @Override
        double intersectionOverUnion(PixelBox a, PixelBox b, int imageWidth, int imageHeight) {
            return inPixels(a, b, 0);
        }
    };

    /** Between 0 and 1, for two boxes of one image of that size in pixels. */
    abstract double intersectionOverUnion(PixelBox a, PixelBox b, int imageWidth, int imageHeight);

    boolean isHit(double intersectionOverUnion, double threshold) {
        return isCaffe() ? intersectionOverUnion >= threshold : intersectionOverUnion > threshold;
    }

    /** The score by which a detection ranks: in the original, scores that single precision cannot tell apart are equal. */
    double rank(double score) {
        return isCaffe() ? (float) score : score;
    }

    /**
     * Whether {@code recall} reaches {@code step} tenths. The rounding decides for a recall of exactly some tenths: the
     * devkit's steps are multiples of 0.1 ({@code numpy.arange}), three of them above the tenth, while the original holds
     * a recall in single precision against the tenth.
     */
    boolean reaches(double recall, int step) {
        return isCaffe() ? (float) recall >= step / 10.0 : recall >= step * 0.1;
    }

    /** Whether a class without ground truth counts as 0 in mAP, rather than not at all. */
    boolean countsAbsentClasses() {
        return isCaffe();
    }

    private boolean isCaffe() {
        return this == CAFFE || this == CAFFE_NORMALISED;
    }

    private static double inPixels(PixelBox a, PixelBox b, int lastPixel) {
        double width = Math.min(a.xMax(), b.xMax()) - Math.max(a.xMin(), b.xMin()) + lastPixel;
        double height = Math.min(a.yMax(), b.yMax()) - Math.max(a.yMin(), b.yMin()) + lastPixel;
        if (!(width > 0 && height > 0)) {
            return 0;
        }
        double intersection = width * height;
        double areaOfA = (a.width() + lastPixel) * (a.height() + lastPixel);
        double areaOfB = (b.width() + lastPixel) * (b.height() + lastPixel);
        return intersection / (areaOfA + areaOfB - intersection);
    }

    /** OutputBBox of the original: normalised, cut, then scaled to pixels, each step rounded to single precision. */
    private static CornerBox cut(PixelBox box, int imageWidth, int imageHeight) {
        CornerBox cut = box.normalised(imageWidth, imageHeight).clipped();
        return new CornerBox(
                cut.xMin() * imageWidth, cut.yMin() * imageHeight, cut.xMax() * imageWidth, cut.yMax() * imageHeight);
    }

    private static float areaWithLastPixel(CornerBox pixels) {
        return (pixels.width() + 1) * (pixels.height() + 1);
    }
}
