package io.ssdlab.core.coverage;

import io.ssdlab.spi.data.AnnotatedObject;

/** An object with what an {@link ObjectGrouping} goes by. */
public interface MeasuredObject {

    AnnotatedObject annotated();

    /** The square root of the share of the image that its box takes, 0 to 1: the scale of a prior box of that area. */
    double side();

    /** Width to height in the network's input, as the aspect ratios of prior boxes are meant. */
    double aspectRatio();
}
