package io.ssdlab.plugin.datasets.evaluation;

import io.ssdlab.spi.data.AnnotatedObject;

/** An object that detections may find, best score first. Remembers whether one did. */
final class Target {

    private final AnnotatedObject object;
    private boolean found;

    Target(AnnotatedObject object) {
        this.object = object;
    }

    AnnotatedObject object() {
        return object;
    }

    /** Whether a detection before found it. */
    boolean isFound() {
        return found;
    }

    void find() {
        found = true;
    }
}
