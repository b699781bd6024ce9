package io.ssdlab.coco;

import com.fasterxml.jackson.core.JsonLocation;
import java.nio.file.Path;

/** Where a value starts in a text file; both count from 1. */
record Place(int line, int column) {

    static Place of(JsonLocation location) {
        return new Place(location.getLineNr(), location.getColumnNr());
    }

    /** {@code FILE:LINE:COLUMN}. */
    String in(Path file) {
        return file + ":" + line + ":" + column;
    }
}
