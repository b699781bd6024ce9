package io.ssdlab.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A backbone with a head on each source map that is predicted from, the heads' outputs concatenated in the order of the
 * maps. Yields logits {@code [batch, priors, 1 + classes]} and offsets {@code [batch, priors, 4]}.
 */
final class SingleShotBlock extends AbstractBlock {

    private final Block backbone;
    private final List<Optional<PredictionHead>> heads;

    /** One entry of {@code heads} for each source map; empty where a map is not predicted from. */
    SingleShotBlock(Block backbone, List<Optional<PredictionHead>> heads) {
        this.backbone = addChildBlock("backbone", backbone);
        this.heads = List.copyOf(heads);
        for (int i = 0; i < heads.size(); i++) {
            int position = i + 1;
            heads.get(i).ifPresent(head -> addChildBlock("head" + position, head));
        }
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameterStore, NDList inputs, boolean training, PairList<String, Object> params) {
        NDList maps = sourceMaps(parameterStore, inputs, training);
        NDList logits = new NDList();
        NDList offsets = new NDList();
        for (int i = 0; i < heads.size(); i++) {
            if (heads.get(i).isPresent()) {
                NDList output = heads.get(i).get().forward(parameterStore, new NDList(maps.get(i)), training, params);
                logits.add(output.get(0));
                offsets.add(output.get(1));
            }
        }
        return new NDList(joined(logits), joined(offsets));
    }

    /** The backbone's part of a forward pass. */
    NDList sourceMaps(ParameterStore parameterStore, NDList inputs, boolean training) {
        return backbone.forward(parameterStore, inputs, training);
    }

    /** DJL copies where there is nothing to concatenate, and on PyTorch no gradient passes through that copy. */
    private static NDArray joined(NDList outputs) {
        return outputs.size() == 1 ? outputs.singletonOrThrow() : NDArrays.concat(outputs, 1);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape[] maps = backbone.getOutputShapes(inputShapes);
        List<Shape[]> outputs = new ArrayList<>();
        for (int i = 0; i < maps.length; i++) {
            if (heads.get(i).isPresent()) {
                outputs.add(heads.get(i).get().getOutputShapes(new Shape[] {maps[i]}));
            }
        }
        long batch = inputShapes[0].get(0);
        long priors = outputs.stream().mapToLong(shapes -> shapes[0].get(1)).sum();
        return new Shape[] {
            new Shape(batch, priors, outputs.get(0)[0].get(2)), new Shape(batch, priors, outputs.get(0)[1].get(2))
        };
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        backbone.initialize(manager, dataType, inputShapes);
        Shape[] maps = backbone.getOutputShapes(inputShapes);
        for (int i = 0; i < maps.length; i++) {
            Shape map = maps[i];
            heads.get(i).ifPresent(head -> head.initialize(manager, dataType, map));
        }
    }
}
