package io.ssdlab.weights;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An open file of named tensors. What it holds is known and checked against the file's length when it is opened; the
 * elements are read when asked for. For one thread at a time.
 */
public interface TensorFile extends AutoCloseable {

    /** The format: {@code safetensors}, {@code tensorflow-js}, {@code caffe}, {@code keras-h5} or {@code mxnet}. */
    String format();

    /** The files that it consists of: of most formats one. */
    List<Path> files();

    /** All tensors by name, in the order of the file. Unmodifiable. */
    Map<String, TensorInfo> tensors();

    /** What the writer of a safetensors file noted ({@code __metadata__}); empty for other formats. Unmodifiable. */
    Map<String, String> metadata();

    /**
     * Reads a tensor.
     *
     * @return its elements in row-major order, with the axes as the file has them; from float64 and from integers beyond
     *     2<sup>24</sup> the nearest float
     * @throws io.ssdlab.spi.InvalidInputException if the file has no tensor of that name, cannot be read or was changed
     *     after it was opened
     */
    float[] read(String name);

    /**
     * Compares the file's data with the checksum in its metadata ({@link SafetensorsWriter#CHECKSUM}). Passes if there is
     * none.
     *
     * @throws io.ssdlab.spi.InvalidInputException if the checksum is another
     */
    void verify();

    /** @throws io.ssdlab.spi.InvalidInputException if the system cannot close the file */
    @Override
    void close();
}
