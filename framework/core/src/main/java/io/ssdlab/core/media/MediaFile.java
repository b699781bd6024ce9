package io.ssdlab.core.media;

import java.nio.file.Path;

/** A picture or a clip on disk. */
public sealed interface MediaFile {

    /** Its path as the user would give it, unique among the files of a search. */
    String id();

    /** Where it is; absolute. */
    Path file();

    /** A JPEG, PNG or BMP picture, going by how the file begins. */
    record Picture(String id, Path file) implements MediaFile {}

    /**
     * A Motion JPEG clip.
     *
     * @param framesPerSecond at which it is played, positive
     */
    record Clip(String id, Path file, double framesPerSecond) implements MediaFile {}
}
