package io.ssdlab.plugin.augmenters.place;

/** Which objects stay when a picture is cut. */
public enum Keep {
    /** Those of which enough shows: a share of their area. */
    VISIBLE,
    /** Those whose centre shows, as in SSD's crops (paper section 2.2). */
    CENTRE
}
