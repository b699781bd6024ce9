package io.ssdlab.plugin.backbones;

/** Where the first window of a strided and padded convolution begins. */
public enum WindowPlacement {

    /** At the beginning of the padding, whatever is left over at the end: Caffe, PyTorch, MXNet. */
    START,

    /** So that what is left over is shared out, an odd cell of it at the end: TensorFlow's padding SAME. */
    CENTRE
}
