package io.ssdlab.plugin.ssd.backbone;

/** How the gradient of an {@link L2Normalisation} passes to its input. */
public enum NormalisationGradient {

    /**
     * As NormalizeLayer of the original, which multiplies by the channels' scales after its scalar product over the
     * channels instead of before. The same as {@link #EXACT} while all scales are equal, as they are at the start.
     */
    ORIGINAL,

    /** The derivative. */
    EXACT
}
