package io.ssdlab.plugin.backbones;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Optional;

/** Adds the output of a branch to its input, or to what a shortcut makes of it. */
final class ResidualBlock extends AbstractBlock {

    private final Block branch;
    private final Optional<Block> shortcut;
    private final boolean rectified;

    ResidualBlock(Block branch, Optional<Block> shortcut, boolean rectified) {
        this.branch = addChildBlock("branch", branch);
        this.shortcut = shortcut.map(block -> addChildBlock("shortcut", block));
        this.rectified = rectified;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameterStore, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray residual =
                branch.forward(parameterStore, inputs, training, params).singletonOrThrow();
        NDArray kept = shortcut.map(block -> block.forward(parameterStore, inputs, training, params))
                .orElse(inputs)
                .singletonOrThrow();
        // Not in place: MXNet refuses that while it records.
        NDArray sum = residual.add(kept);
        return new NDList(rectified ? Activation.relu(sum) : sum);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return branch.getOutputShapes(inputShapes);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        branch.initialize(manager, dataType, inputShapes);
        shortcut.ifPresent(block -> block.initialize(manager, dataType, inputShapes));
    }
}
