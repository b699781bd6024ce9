package io.ssdlab.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of training as safetensors: every parameter under its name, every velocity under {@code NAME.velocity}, and
 * the number of iterations done. Together with the seed this is all that a run needs to go on, bit for bit.
 */
public final class Checkpoint {

    private static final String VELOCITY = ".velocity";
    private static final String ITERATION = "iteration";

    private final DetectorNetwork network;
    private final NDManager manager;

    /** For one network; arrays read and written live shortly in {@code manager}. */
    public Checkpoint(DetectorNetwork network, NDManager manager) {
        this.network = network;
        this.manager = manager;
    }

    /** Writes the state after {@code iteration} iterations. */
    public void write(Map<String, NDArray> velocities, int iteration, OutputStream out) throws IOException {
        try (NDManager scope = manager.newSubManager()) {
            NDList arrays = new NDList();
            network.parameters().forEach((name, parameter) -> arrays.add(named(scope, name, parameter.getArray())));
            velocities.forEach((name, velocity) -> arrays.add(named(scope, name + VELOCITY, velocity)));
            NDArray count = scope.create(new long[] {iteration});
            count.setName(ITERATION);
            arrays.add(count);
            arrays.encode(out, NDList.Encoding.SAFETENSORS);
        }
    }

    /**
     * Reads a state back into the network and {@code velocities} (empty if only the weights are wanted).
     *
     * @param source named in messages
     * @return the number of iterations done
     * @throws InvalidInputException listing the tensors that are missing or have another shape
     */
    public int read(Map<String, NDArray> velocities, InputStream in, String source) throws IOException {
        try (NDManager scope = manager.newSubManager()) {
            Map<String, NDArray> arrays = new HashMap<>();
            for (NDArray array : NDList.decode(scope, in)) {
                arrays.put(array.getName(), array);
            }
            Map<String, NDArray> wanted = new HashMap<>();
            network.parameters().forEach((name, parameter) -> wanted.put(name, parameter.getArray()));
            velocities.forEach((name, velocity) -> wanted.put(name + VELOCITY, velocity));
            check(wanted, arrays, source);
            wanted.forEach((name, array) -> array.set(arrays.get(name).toFloatArray()));
            return Math.toIntExact(arrays.get(ITERATION).toLongArray()[0]);
        }
    }

    private static void check(Map<String, NDArray> wanted, Map<String, NDArray> found, String source) {
        List<Problem> problems = new ArrayList<>();
        wanted.forEach((name, array) -> {
            NDArray stored = found.get(name);
            if (stored == null) {
                problems.add(new Problem(source, "has no tensor " + name, "it was written for another network"));
            } else if (!stored.getShape().equals(array.getShape())) {
                problems.add(new Problem(
                        source,
                        "tensor %s has shape %s, the network's has %s"
                                .formatted(name, stored.getShape(), array.getShape()),
                        "it was written for another network"));
            }
        });
        if (!found.containsKey(ITERATION)) {
            problems.add(new Problem(source, "has no tensor " + ITERATION, "it is no checkpoint of ssdlab"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private static NDArray named(NDManager scope, String name, NDArray array) {
        NDArray copy = array.duplicate();
        copy.attach(scope);
        copy.setName(name);
        return copy;
    }
}
