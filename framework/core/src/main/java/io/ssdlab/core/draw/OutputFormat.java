package io.ssdlab.core.draw;

/** What detections are written as. */
public enum OutputFormat {
    /** A drawn PNG for each picture; for each frame of a clip too, unless it is drawn as {@link #AVI}. */
    PNG,
    /** The same as JPEG, which takes a fraction of the space for photographs. */
    JPG,
    /** A drawn clip for each clip. */
    AVI,
    /** COCO results, and the list of images that they are about. */
    JSON,
    /** A row for each detection. */
    CSV
}
