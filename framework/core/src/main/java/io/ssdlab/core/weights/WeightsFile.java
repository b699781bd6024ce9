package io.ssdlab.core.weights;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.weights.HostTensor;
import io.ssdlab.weights.ElementType;
import io.ssdlab.weights.TensorFile;
import io.ssdlab.weights.TensorFiles;
import io.ssdlab.weights.TensorInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An open safetensors file whose tensors bear the names of a network's: what {@code ssdlab weights import} writes, a run's
 * checkpoint, or anybody's. Untrusted: bounded, and nothing in it is executed. For one thread.
 */
public final class WeightsFile implements AutoCloseable {

    private static final String FORMAT = "safetensors";

    private static final Set<ElementType> FLOATING =
            Set.of(ElementType.FLOAT16, ElementType.BFLOAT16, ElementType.FLOAT32, ElementType.FLOAT64);

    private final Path file;
    private final TensorFile tensors;
    private final Optional<WeightsNote> note;

    private WeightsFile(Path file, TensorFile tensors, Optional<WeightsNote> note) {
        this.file = file;
        this.tensors = tensors;
        this.note = note;
    }

    /**
     * Opens a file and compares it with its checksum, if it has one.
     *
     * @throws InvalidInputException if it is not to be read, is no safetensors file, or is damaged
     */
    public static WeightsFile open(Path file) {
        TensorFile tensors = TensorFiles.open(file);
        boolean sound = false;
        try {
            if (!tensors.format().equals(FORMAT)) {
                throw new InvalidInputException(
                        file.toString(),
                        "is a file of " + tensors.format() + ", whose tensors have other names",
                        "import it first: 'ssdlab weights import FILE --as NAME'; 'ssdlab weights list' says what can be");
            }
            tensors.verify();
            WeightsFile opened = new WeightsFile(file, tensors, WeightsNote.of(tensors.metadata(), file.toString()));
            sound = true;
            return opened;
        } finally {
            if (!sound) {
                tensors.close();
            }
        }
    }

    public Path file() {
        return file;
    }

    /** What the file says about itself; empty if it was not imported by ssdlab. */
    public Optional<WeightsNote> note() {
        return note;
    }

    public Set<String> names() {
        return tensors.tensors().keySet();
    }

    /** The shape of a tensor; empty if the file has none of that name. */
    public Optional<List<Integer>> shape(String name) {
        return Optional.ofNullable(tensors.tensors().get(name)).map(TensorInfo::shape);
    }

    /** Whether a tensor that the file has holds floating-point numbers. */
    public boolean isFloating(String name) {
        return FLOATING.contains(tensors.tensors().get(name).type());
    }

    /** Reads a tensor that the file has. */
    public HostTensor read(String name) {
        return read(tensors, tensors.tensors().get(name));
    }

    static HostTensor read(TensorFile file, TensorInfo tensor) {
        return HostTensor.of(
                file.read(tensor.name()),
                tensor.shape().stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public void close() {
        tensors.close();
    }
}
