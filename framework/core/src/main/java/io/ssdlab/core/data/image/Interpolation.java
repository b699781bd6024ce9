package io.ssdlab.core.data.image;

/** How a picture is warped to the size of the network's input. */
public enum Interpolation {

    /** Linearly between the centres of pixels, rounded to 8 bits: OpenCV's INTER_LINEAR, what the original does at test time. */
    LINEAR,

    /**
     * Linearly between the upper left corners of pixels, not rounded: {@code resize_bilinear} of TensorFlow 1 with its
     * defaults. Shifts the picture by up to half a pixel; for weights that were trained so.
     */
    TENSORFLOW
}
