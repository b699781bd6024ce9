package io.ssdlab.core.train;

import ai.djl.ndarray.NDManager;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.ParameterRows;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights that training starts from (paper section 3, "Base network"): a safetensors file whose tensors bear the names of
 * the original's layers, {@code conv1_1.weight} and so on, as a checkpoint of ours does. What the network has and the file
 * has not keeps the weights that it drew.
 *
 * <p>The file is untrusted: its size is bounded, and nothing in it is executed.
 */
public final class InitialWeights {

    private static final long LARGEST_BYTES = 4L << 30;
    private static final String REMEDY =
            "give a safetensors file with tensors such as conv1_1.weight, or take training.initial-weights away to start"
                    + " from drawn weights (--set training.initial-weights=)";

    private final Path file;

    /** Reads nothing yet. */
    public InitialWeights(Path file) {
        this.file = file;
    }

    /**
     * What became of a network's tensors.
     *
     * @param file that was read
     * @param taken names of the tensors that the file had
     * @param drawn names of those that it had not
     */
    public record Outcome(Path file, List<String> taken, List<String> drawn) {

        public Outcome {
            taken = List.copyOf(taken);
            drawn = List.copyOf(drawn);
        }
    }

    /**
     * Checks, without an engine, that there is a file to read.
     *
     * @throws InvalidInputException if there is not
     */
    public void requireFile() {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(file.toString(), "no such file of initial weights", REMEDY);
        }
    }

    /**
     * Overwrites the tensors of a network that the file has.
     *
     * @param manager in which the file's tensors live for the call
     * @throws InvalidInputException if it is no safetensors file, if a tensor has another shape or type than the
     *     network's, or if it has none of the network's
     */
    public Outcome into(DetectorNetwork network, NDManager manager) {
        requireFile();
        try (NDManager scope = manager.newSubManager();
                InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            requireSafetensors();
            return overwrite(network, decode(scope, in));
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
    }

    private Outcome overwrite(DetectorNetwork network, StoredTensors stored) {
        Map<String, ParameterRows> taken = new LinkedHashMap<>();
        List<String> drawn = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        network.tensors().forEach((name, rows) -> {
            if (!stored.has(name)) {
                drawn.add(name);
                return;
            }
            taken.put(name, rows);
            stored.misfit(
                            name,
                            rows.shape(
                                    network.parameters().get(rows.parameter()).getShape()))
                    .ifPresent(misfit -> problems.add(new Problem(
                            file.toString(), misfit, "take weights of this network, or change the network")));
        });
        if (taken.isEmpty()) {
            problems.add(new Problem(
                    file.toString(),
                    "none of its %d tensors is one of the network's"
                            .formatted(stored.names().size()),
                    REMEDY));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        taken.forEach((name, rows) -> rows.write(
                network.parameters().get(rows.parameter()).getArray(),
                stored.get(name).toFloatArray()));
        return new Outcome(file, List.copyOf(taken.keySet()), drawn);
    }

    private StoredTensors decode(NDManager scope, InputStream in) throws IOException {
        try {
            return StoredTensors.decode(scope, in);
        } catch (RuntimeException damaged) {
            // DJL throws whatever its JSON parser or an array index throws.
            InvalidInputException refused = refused("cannot be read as safetensors (" + damaged + ")");
            refused.initCause(damaged);
            throw refused;
        }
    }

    /** A header within the file: a damaged one would have DJL allocate what it claims. */
    private void requireSafetensors() throws IOException {
        long size = Files.size(file);
        if (size > LARGEST_BYTES) {
            throw refused("has %d bytes, more than %d".formatted(size, LARGEST_BYTES));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(Long.BYTES + 1);
            boolean whole = start.length == Long.BYTES + 1 && start[Long.BYTES] == '{';
            long header = whole
                    ? ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong()
                    : -1;
            if (header < 2 || header > size - Long.BYTES) {
                throw refused("is no safetensors file");
            }
        }
    }

    private InvalidInputException refused(String what) {
        return new InvalidInputException(file.toString(), what, REMEDY);
    }
}
