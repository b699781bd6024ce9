package io.ssdlab.weights;

import java.io.IOException;
import java.nio.file.Path;

/** Reads what one format says about its tensors. Stateless. */
interface FormatReader {

    /** The name of the format, as {@link TensorFile#format} gives it. */
    String format();

    /** Whether a file is of this format; if its start says so but the rest is broken, {@link #read} tells what is. */
    boolean recognises(FileStart start);

    /**
     * Reads all but the elements.
     *
     * @param bytes of the file; the result closes them
     * @throws io.ssdlab.spi.InvalidInputException with the problems found
     */
    IndexedTensorFile read(Path file, FileBytes bytes) throws IOException;
}
