package io.ssdlab.plugin.augmenters.erase;

/** Where random erasing looks for holes (Zhong et al., section "Random Erasing for Object Detection"). */
public enum Within {
    /** In the picture as a whole (IRE). */
    IMAGE,
    /** In each object's box by itself (ORE). */
    OBJECTS,
    /** In the picture, then in each object's box (I+ORE). */
    BOTH;

    boolean image() {
        return this != OBJECTS;
    }

    boolean objects() {
        return this != IMAGE;
    }
}
