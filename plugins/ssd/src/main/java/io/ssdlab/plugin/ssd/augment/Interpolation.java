package io.ssdlab.plugin.ssd.augment;

import org.opencv.imgproc.Imgproc;

/** How pixels are computed when a picture is resized: OpenCV's ways, which the original's {@code interp_mode} names. */
public enum Interpolation {
    /** From the 2 x 2 nearest pixels. */
    LINEAR(Imgproc.INTER_LINEAR),
    /** The mean over the area that a new pixel covers. */
    AREA(Imgproc.INTER_AREA),
    /** The pixel at the same place, cut to whole pixels. */
    NEAREST(Imgproc.INTER_NEAREST),
    /** From the 4 x 4 nearest pixels. */
    CUBIC(Imgproc.INTER_CUBIC),
    /** From the 8 x 8 nearest pixels. */
    LANCZOS4(Imgproc.INTER_LANCZOS4);

    private final int openCvFlag;

    Interpolation(int openCvFlag) {
        this.openCvFlag = openCvFlag;
    }

    int openCvFlag() {
        return openCvFlag;
    }
}
