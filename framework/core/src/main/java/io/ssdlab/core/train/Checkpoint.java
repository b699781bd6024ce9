package io.ssdlab.core.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.model.ParameterRows;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The state of training as safetensors: every tensor of the network under the original's name, its velocity under {@code
 * NAME.velocity} if it is learnt, and the number of iterations done. Together with the seed this is all that a run needs to go on, bit for
 * bit. The padding of the heads, which predicts nothing, is left out.
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

    /**
     * Writes the state after {@code iteration} iterations.
     *
     * @param velocities by the names of the network's parameters
     */
    public void write(Map<String, NDArray> velocities, int iteration, OutputStream out) throws IOException {
        try (NDManager scope = manager.newSubManager()) {
            NDList arrays = new NDList();
            network.tensors().forEach((name, rows) -> {
                arrays.add(named(scope, name, rows, value(rows)));
                NDArray velocity = velocities.get(rows.parameter());
                if (velocity != null) {
                    arrays.add(named(scope, name + VELOCITY, rows, velocity));
                }
            });
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
     * @throws InvalidInputException listing the tensors that are missing or have another shape, and
     *     velocities of such that are frozen here
     */
    public int read(Map<String, NDArray> velocities, InputStream in, String source) throws IOException {
        try (NDManager scope = manager.newSubManager()) {
            StoredTensors stored = StoredTensors.decode(scope, in);
            List<Problem> problems = new ArrayList<>();
            List<Runnable> writes = new ArrayList<>();
            network.tensors().forEach((name, rows) -> {
                plan(stored, name, rows, value(rows), source, problems, writes);
                NDArray velocity = velocities.get(rows.parameter());
                if (velocity != null) {
                    plan(stored, name + VELOCITY, rows, velocity, source, problems, writes);
                } else if (!velocities.isEmpty() && stored.has(name + VELOCITY)) {
                    problems.add(new Problem(
                            source,
                            "has a velocity of " + name + ", which is not learnt here",
                            "it was written with other layers frozen"));
                }
            });
            if (!stored.has(ITERATION)) {
                problems.add(new Problem(source, "has no tensor " + ITERATION, "it is no checkpoint of ssdlab"));
            }
            if (!problems.isEmpty()) {
                throw new InvalidInputException(problems);
            }
            writes.forEach(Runnable::run);
            return Math.toIntExact(stored.get(ITERATION).toLongArray()[0]);
        }
    }

    private static void plan(
            StoredTensors stored,
            String name,
            ParameterRows rows,
            NDArray whole,
            String source,
            List<Problem> problems,
            List<Runnable> writes) {
        stored.misfit(name, rows.shape(whole.getShape()))
                .ifPresentOrElse(
                        misfit -> problems.add(new Problem(source, misfit, "it was written for another network")),
                        () -> writes.add(
                                () -> rows.write(whole, stored.get(name).toFloatArray())));
    }

    private NDArray value(ParameterRows rows) {
        return network.parameters().get(rows.parameter()).getArray();
    }

    private static NDArray named(NDManager scope, String name, ParameterRows rows, NDArray whole) {
        NDArray array = scope.create(rows.read(whole), rows.shape(whole.getShape()));
        array.setName(name);
        return array;
    }
}
