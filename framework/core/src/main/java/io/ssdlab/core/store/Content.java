package io.ssdlab.core.store;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the content of a file; may close the stream or leave it open. */
@FunctionalInterface
public interface Content {

    void writeTo(OutputStream out) throws IOException;
}
