package io.ssdlab.core.train;

/** What prediction heads start from when the network's weights come from a file. */
public enum HeadStart {

    /** What the file has for them; the logits of a class are those of the class of that name. */
    BY_CLASS,

    /** Drawn weights, whatever the file has. */
    DRAWN
}
