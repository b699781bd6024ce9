package io.ssdlab.testkit;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.BackboneNetwork;
import io.ssdlab.spi.model.FanInUniformInitializer;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The backbone of a detector that is about something else: convolutions that halve the map, each but the first a source
 * map. Six maps, as SSD300 has, so that prior boxes made for that fit.
 */
final class PlainBackbone implements Backbone {

    private static final int MAPS = 6;
    private static final int CHANNELS = 16;

    @Override
    public List<SourceMap> sources(InputSize input) {
        List<SourceMap> sources = new ArrayList<>();
        int rows = halved(input.height());
        int columns = halved(input.width());
        for (int map = 1; map <= MAPS; map++) {
            rows = halved(rows);
            columns = halved(columns);
            sources.add(new SourceMap("map" + map, CHANNELS, rows, columns));
        }
        return sources;
    }

    @Override
    public BackboneNetwork build(InputSize input, RandomGenerator random) {
        List<Block> stages = new ArrayList<>();
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (int stage = 0; stage <= MAPS; stage++) {
            Conv2d convolution = Conv2d.builder()
                    .setFilters(CHANNELS)
                    .setKernelShape(new Shape(3, 3))
                    .optStride(new Shape(2, 2))
                    .optPadding(new Shape(1, 1))
                    .build();
            convolution.setInitializer(new FanInUniformInitializer(2, random), Parameter.Type.WEIGHT);
            String name = stage == 0 ? "stem" : "map" + stage;
            for (String kind : List.of("weight", "bias")) {
                parameters.put(
                        name + "." + kind, convolution.getDirectParameters().get(kind));
            }
            stages.add(new SequentialBlock().add(convolution).add(Activation.reluBlock()));
        }
        return new BackboneNetwork(new Stages(stages), parameters);
    }

    private static int halved(int size) {
        return (size + 1) / 2;
    }

    /** Yields what each stage but the first yields. */
    private static final class Stages extends AbstractBlock {

        private final List<Block> stages;

        Stages(List<Block> stages) {
            this.stages = List.copyOf(stages);
            for (int i = 0; i < stages.size(); i++) {
                addChildBlock("stage" + i, stages.get(i));
            }
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
            NDList maps = new NDList();
            NDList at = inputs;
            for (Block stage : stages) {
                at = stage.forward(store, at, training);
                maps.add(at.singletonOrThrow());
            }
            maps.remove(0);
            return maps;
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputShapes) {
            List<Shape> shapes = new ArrayList<>();
            Shape[] at = inputShapes;
            for (Block stage : stages) {
                at = stage.getOutputShapes(at);
                shapes.add(at[0]);
            }
            return shapes.subList(1, shapes.size()).toArray(Shape[]::new);
        }

        @Override
        protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
            Shape[] at = inputShapes;
            for (Block stage : stages) {
                stage.initialize(manager, dataType, at);
                at = stage.getOutputShapes(at);
            }
        }
    }
}
