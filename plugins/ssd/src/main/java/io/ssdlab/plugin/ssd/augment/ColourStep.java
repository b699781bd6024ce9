package io.ssdlab.plugin.ssd.augment;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * One change of a picture's colours, in 8 bits with saturation as the original computes it: each result is rounded to the
 * nearest level (halves to the even one) and cut to 0..255.
 */
sealed interface ColourStep {

    /** Changes a BGR picture of type 8UC3 in place. */
    void apply(Mat bgr, MatScope scope);

    /** Adds {@code delta} levels to every channel. AdjustBrightness of the original. */
    record Brightness(float delta) implements ColourStep {

        @Override
        public void apply(Mat bgr, MatScope scope) {
            bgr.convertTo(bgr, -1, 1, delta);
        }
    }

    /** Multiplies every channel. AdjustContrast of the original, which leaves out what would hardly be seen. */
    record Contrast(float factor) implements ColourStep {

        @Override
        public void apply(Mat bgr, MatScope scope) {
            if (Math.abs(factor - 1) > 1e-3) {
                bgr.convertTo(bgr, -1, factor, 0);
            }
        }
    }

    /** Multiplies the saturation of HSV. AdjustSaturation of the original. */
    record Saturation(float factor) implements ColourStep {

        @Override
        public void apply(Mat bgr, MatScope scope) {
            changeHsvChannel(bgr, 1, factor, 0, scope);
        }
    }

    /**
     * Adds to the 8-bit hue (0..179, two degrees a level). AdjustHue of the original: a hue below 0 is cut to 0 (red) and
     * does not wrap; one above 179 wraps on the way back to BGR.
     */
    record Hue(float delta) implements ColourStep {

        @Override
        public void apply(Mat bgr, MatScope scope) {
            if (delta != 0) {
                changeHsvChannel(bgr, 0, 1, delta, scope);
            }
        }
    }

    private static void changeHsvChannel(Mat bgr, int channel, double factor, double delta, MatScope scope) {
        Mat hsv = scope.empty();
        Mat plane = scope.empty();
        Imgproc.cvtColor(bgr, hsv, Imgproc.COLOR_BGR2HSV);
        Core.extractChannel(hsv, plane, channel);
        plane.convertTo(plane, -1, factor, delta);
        Core.insertChannel(plane, hsv, channel);
        Imgproc.cvtColor(hsv, bgr, Imgproc.COLOR_HSV2BGR);
    }
}
