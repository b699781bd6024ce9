package io.ssdlab.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.BackboneNetwork;
import io.ssdlab.spi.model.FanInUniformInitializer;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import io.ssdlab.spi.training.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Two convolutions with batch normalisation between them, and one flaw or none. */
final class ToyBackbone implements Backbone {

    private static final int CHANNELS = 8;
    private static final int STRIDE = 4;

    private final Flaw flaw;

    /** What is wrong with it. */
    enum Flaw {
        NONE,
        /** It has a parameter that takes no part. */
        UNUSED_PARAMETER,
        /** It learns something in training that is no parameter. */
        HIDDEN_STATISTIC,
        /** It takes the mean of the batch away, in inference too. */
        BATCH_MEAN,
        /** It has a running statistic that stays what it was at first. */
        FROZEN_STATISTIC,
        /** It multiplies with a number that is closed before the gradient reads it. */
        CLOSED_NUMBER,
        /** It does not name its last bias. */
        UNNAMED_PARAMETER,
        /** It draws its weights from a stream of its own. */
        OWN_STREAM,
        /** It has fewer channels than it says. */
        WRONG_CHANNELS
    }

    ToyBackbone(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public List<SourceMap> sources(InputSize input) {
        int rows = input.height() / STRIDE;
        int columns = input.width() / STRIDE;
        int channels = flaw == Flaw.WRONG_CHANNELS ? 2 * CHANNELS : CHANNELS;
        return List.of(
                new SourceMap("fine", CHANNELS, rows, columns),
                new SourceMap("coarse", channels, (rows + 1) / 2, (columns + 1) / 2));
    }

    @Override
    public BackboneNetwork build(InputSize input, RandomGenerator random) {
        ToyBlock block = new ToyBlock(flaw, flaw == Flaw.OWN_STREAM ? new SplittableRandom(1) : random);
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        block.getParameters().forEach(pair -> parameters.put(pair.getKey(), pair.getValue()));
        if (flaw == Flaw.UNNAMED_PARAMETER) {
            parameters.values().remove(block.coarse.getDirectParameters().get("bias"));
        }
        return new BackboneNetwork(block, parameters);
    }

    private static final class ToyBlock extends AbstractBlock {

        private final Flaw flaw;
        private final Conv2d fine;
        private final BatchNorm normalisation;
        private final Conv2d coarse;
        private float hidden;

        ToyBlock(Flaw flaw, RandomGenerator random) {
            this.flaw = flaw;
            fine = addChildBlock("fine", convolution(STRIDE, STRIDE, 0, random));
            normalisation = addChildBlock("normalisation", BatchNorm.builder().build());
            coarse = addChildBlock("coarse", convolution(3, 2, 1, random));
            if (flaw == Flaw.UNUSED_PARAMETER) {
                addUnused(Parameter.Type.WEIGHT, true);
            }
            if (flaw == Flaw.FROZEN_STATISTIC) {
                addUnused(Parameter.Type.RUNNING_MEAN, false);
            }
        }

        private void addUnused(Parameter.Type type, boolean learnt) {
            Parameter unused = addParameter(Parameter.builder()
                    .setName("unused")
                    .setType(type)
                    .optShape(new Shape(3))
                    .optRequiresGrad(learnt)
                    .build());
            unused.setInitializer(Initializer.ONES);
        }

        private static Conv2d convolution(int kernel, int stride, int padding, RandomGenerator random) {
            Conv2d convolution = Conv2d.builder()
                    .setFilters(CHANNELS)
                    .setKernelShape(new Shape(kernel, kernel))
                    .optStride(new Shape(stride, stride))
                    .optPadding(new Shape(padding, padding))
                    .build();
            convolution.setInitializer(new FanInUniformInitializer(2, random), Parameter.Type.WEIGHT);
            return convolution;
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
            NDList convolved = fine.forward(store, inputs, training);
            NDArray map = positivePart(
                    normalisation.forward(store, convolved, training).singletonOrThrow());
            if (flaw == Flaw.HIDDEN_STATISTIC) {
                if (training) {
                    hidden = convolved.singletonOrThrow().mean().getFloat();
                } else {
                    map = map.add(hidden);
                }
            }
            if (flaw == Flaw.BATCH_MEAN) {
                map = map.sub(map.mean(new int[] {0}, true));
            }
            NDArray next = positivePart(
                    coarse.forward(store, new NDList(map), training).singletonOrThrow());
            return new NDList(map, next);
        }

        private NDArray positivePart(NDArray map) {
            NDArray positive = Scalar.atLeast(map, 0);
            return flaw == Flaw.CLOSED_NUMBER ? positive.mul(1f) : positive;
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputShapes) {
            Shape[] map = fine.getOutputShapes(inputShapes);
            return new Shape[] {map[0], coarse.getOutputShapes(map)[0]};
        }

        @Override
        protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
            fine.initialize(manager, dataType, inputShapes);
            Shape[] map = fine.getOutputShapes(inputShapes);
            normalisation.initialize(manager, dataType, map);
            coarse.initialize(manager, dataType, map);
        }
    }
}
