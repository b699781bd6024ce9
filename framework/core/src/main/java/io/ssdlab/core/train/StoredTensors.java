package io.ssdlab.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tensors of a file by name. They live as long as the manager that they were decoded with.
 */
final class StoredTensors {

    /** What {@link NDArray#toFloatArray} takes. */
    private static final Set<DataType> FLOATS = Set.of(DataType.FLOAT32, DataType.FLOAT16);

    private final Map<String, NDArray> arrays;

    private StoredTensors(Map<String, NDArray> arrays) {
        this.arrays = arrays;
    }

    /** Reads safetensors, or what else DJL tells by its first bytes. */
    static StoredTensors decode(NDManager manager, InputStream in) throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        for (NDArray array : NDList.decode(manager, in)) {
            arrays.put(array.getName(), array);
        }
        return new StoredTensors(arrays);
    }

    Set<String> names() {
        return Collections.unmodifiableSet(arrays.keySet());
    }

    boolean has(String name) {
        return arrays.containsKey(name);
    }

    /** A tensor that {@link #has} told of. */
    NDArray get(String name) {
        return arrays.get(name);
    }

    /** Why the tensor of that name cannot be taken for one of floats of the given shape; empty if it can. */
    Optional<String> misfit(String name, Shape wanted) {
        NDArray array = arrays.get(name);
        if (array == null) {
            return Optional.of("has no tensor " + name);
        }
        if (!FLOATS.contains(array.getDataType())) {
            return Optional.of(
                    "tensor %s is of type %s, the network's of float32".formatted(name, array.getDataType()));
        }
        return array.getShape().equals(wanted)
                ? Optional.empty()
                : Optional.of("tensor %s has shape %s, the network's has %s".formatted(name, array.getShape(), wanted));
    }
}
