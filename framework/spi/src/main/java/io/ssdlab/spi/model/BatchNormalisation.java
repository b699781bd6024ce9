package io.ssdlab.spi.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.ssdlab.spi.Maturity;
import java.util.Optional;

/**
 * Batch normalisation (arXiv 1502.03167) over axis 1 whose running statistics can be frozen: DJL's own {@link BatchNorm}, with
 * the same parameters {@code gamma} (from 1), {@code beta} (from 0), {@code runningMean} (from 0) and {@code runningVar} (from
 * 1), each {@code [channels]}, and the same values bit for bit until then. Backbones use it in DJL's place, so that experiments
 * can fine-tune them.
 *
 * <p>With frozen statistics it is {@code (x - runningMean) / sqrt(runningVar + epsilon) * gamma + beta}, in training too; the
 * statistics stay, and gradients pass to {@code x}, {@code gamma} and {@code beta}.
 *
 * <p>Takes and yields {@code [batch, channels, rows, columns]}. Used on the thread of the network.
 */
@Maturity(Maturity.Level.STABLE)
public final class BatchNormalisation extends AbstractBlock {

    /** The default of all papers' code; named, so that no other default of the library can change a network. */
    public static final float EPSILON = 1e-5f;

    /** The share of the running statistics that one batch leaves; PyTorch calls the rest momentum, 0.1. */
    private static final float MOMENTUM = 0.9f;

    private static final int CHANNEL_AXIS = 1;
    private static final String MXNET = "MXNet";

    private final Parameter gamma = parameter("gamma", Parameter.Type.GAMMA);
    private final Parameter beta = parameter("beta", Parameter.Type.BETA);
    private final Parameter runningMean = parameter("runningMean", Parameter.Type.RUNNING_MEAN);
    private final Parameter runningVar = parameter("runningVar", Parameter.Type.RUNNING_VAR);
    private boolean frozenStatistics;

    /** Not yet initialised; the statistics are not frozen. */
    public BatchNormalisation() {}

    private Parameter parameter(String name, Parameter.Type type) {
        boolean learnt = type == Parameter.Type.GAMMA || type == Parameter.Type.BETA;
        return addParameter(Parameter.builder()
                .setName(name)
                .setType(type)
                .optRequiresGrad(learnt)
                .build());
    }

    /** From now on training uses the running statistics as they are, and leaves them so. */
    public void freezeStatistics() {
        frozenStatistics = true;
    }

    /** Whether training leaves the running statistics as they are. */
    public boolean hasFrozenStatistics() {
        return frozenStatistics;
    }

    /** The convolution in front of a normalisation. */
    @FunctionalInterface
    public interface Convolution {

        /**
         * Convolves.
         *
         * @param map {@code [batch, inputs, rows, columns]}
         * @param weight {@code [channels, inputs of a group, rows, columns]}
         * @param bias {@code [channels]}; empty for none
         */
        NDArray convolve(NDArray map, NDArray weight, Optional<NDArray> bias);
    }

    /**
     * A map convolved and then normalised: in one, where the normalisation is the same for every batch, in inference and in
     * training with frozen statistics. It is multiplied into the weights then, at each call, for they may have changed; this
     * spares two passes over the map, and the values are those of {@link #forward} behind the convolution but for rounding.
     * Gradients pass to {@code weight}, {@code gamma} and {@code beta} either way.
     *
     * @param weight of the convolution, which has no bias
     */
    public NDArray convolved(
            ParameterStore parameterStore, NDArray map, NDArray weight, boolean training, Convolution convolution) {
        if (training && !frozenStatistics) {
            NDList convolved = new NDList(convolution.convolve(map, weight, Optional.empty()));
            return forward(parameterStore, convolved, true).singletonOrThrow();
        }
        NDArray mean = parameterStore.getValue(runningMean, map.getDevice(), training);
        NDArray variance = parameterStore.getValue(runningVar, map.getDevice(), training);
        // An array lives where the first operand does, and parameters live as long as the network.
        NDArray one = map.getManager().ones(variance.getShape());
        NDArray deviation = one.mul(variance).add(EPSILON).sqrt();
        NDArray scale = one.div(deviation).mul(parameterStore.getValue(gamma, map.getDevice(), training));
        NDArray shift = scale.mul(mean).neg().add(parameterStore.getValue(beta, map.getDevice(), training));
        return convolution.convolve(map, scale.reshape(-1, 1, 1, 1).mul(weight), Optional.of(shift));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameterStore, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray map = inputs.singletonOrThrow();
        NDArray scale = parameterStore.getValue(gamma, map.getDevice(), training);
        NDArray shift = parameterStore.getValue(beta, map.getDevice(), training);
        NDArray mean = parameterStore.getValue(runningMean, map.getDevice(), training);
        NDArray variance = parameterStore.getValue(runningVar, map.getDevice(), training);
        // MXNet's DJL knows no inference while gradients are recorded, MXNet itself does.
        if (frozenStatistics && map.getManager().getEngine().getEngineName().equals(MXNET)) {
            return byStatistics(map, scale, shift, mean, variance);
        }
        return BatchNorm.batchNorm(
                map, mean, variance, scale, shift, CHANNEL_AXIS, MOMENTUM, EPSILON, training && !frozenStatistics);
    }

    private static NDList byStatistics(NDArray map, NDArray scale, NDArray shift, NDArray mean, NDArray variance) {
        PairList<String, Object> settings = new PairList<>();
        settings.add("axis", CHANNEL_AXIS);
        settings.add("fix_gamma", false);
        settings.add("use_global_stats", true);
        settings.add("eps", EPSILON);
        return map.getManager().invoke("_npx_batch_norm", new NDList(map, scale, shift, mean, variance), settings);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {inputShapes[0]};
    }

    @Override
    protected void prepare(Shape[] inputShapes) {
        Shape channels = new Shape(inputShapes[0].get(CHANNEL_AXIS));
        for (Parameter parameter : getDirectParameters().values()) {
            parameter.setShape(channels);
        }
    }
}
