package io.ssdlab.plugin.augmenters.erase;

/** What a hole is filled with. */
public enum Fill {
    /** A level of 0..255 for each channel of each pixel, each as likely as any other (Zhong et al., RE-R). */
    RANDOM,
    /** The mean colour of the preprocessing: nothing to the network (Zhong et al., RE-M; DeVries and Taylor). */
    MEAN,
    /** Black (Zhong et al., RE-0). */
    ZERO
}
