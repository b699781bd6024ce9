package io.ssdlab.plugin.datasets.evaluation;

/** Whose rules the ILSVRC metric follows. */
public enum IlsvrcConvention {

    /** The challenge's devkit ({@code eval_detection.m}); the mean is over the classes with ground truth. */
    DEVKIT {
        @Override
        MeanAveragePrecision metric() {
            return new MeanAveragePrecision(new IlsvrcRule(), new AreaAveragePrecision(), false);
        }
    },

    /** The original's evaluation on val2 while training: {@link Convention#CAFFE} with MaxIntegral and IoU 0.5. */
    CAFFE {
        @Override
        MeanAveragePrecision metric() {
            return MeanAveragePrecision.ofVoc(Convention.CAFFE, 0.5, new AreaAveragePrecision());
        }
    };

    abstract MeanAveragePrecision metric();
}
