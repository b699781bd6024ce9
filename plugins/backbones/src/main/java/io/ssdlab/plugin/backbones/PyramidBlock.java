package io.ssdlab.plugin.backbones;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;

/** Blocks in a row, each of which yields a source map of a backbone. */
final class PyramidBlock extends AbstractBlock {

    private final List<Block> sections;

    PyramidBlock(List<Block> sections) {
        this.sections = List.copyOf(sections);
        for (int i = 0; i < sections.size(); i++) {
            addChildBlock("section" + (i + 1), sections.get(i));
        }
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameterStore, NDList inputs, boolean training, PairList<String, Object> params) {
        NDList sources = new NDList(sections.size());
        NDList current = inputs;
        for (Block section : sections) {
            current = section.forward(parameterStore, current, training, params);
            sources.add(current.singletonOrThrow());
        }
        return sources;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape[] sources = new Shape[sections.size()];
        Shape[] current = inputShapes;
        for (int i = 0; i < sources.length; i++) {
            current = sections.get(i).getOutputShapes(current);
            sources[i] = current[0];
        }
        return sources;
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        Shape[] current = inputShapes;
        for (Block section : sections) {
            section.initialize(manager, dataType, current);
            current = section.getOutputShapes(current);
        }
    }
}
