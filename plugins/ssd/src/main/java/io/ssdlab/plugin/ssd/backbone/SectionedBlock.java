package io.ssdlab.plugin.ssd.backbone;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;

/** Blocks in a row that yields the output of every one of them: the source maps of a backbone. */
final class SectionedBlock extends AbstractBlock {

    private final List<Block> sections;

    SectionedBlock(List<Block> sections) {
        this.sections = List.copyOf(sections);
        for (int i = 0; i < sections.size(); i++) {
            addChildBlock("section" + (i + 1), sections.get(i));
        }
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameterStore, NDList inputs, boolean training, PairList<String, Object> params) {
        NDList outputs = new NDList(sections.size());
        NDList current = inputs;
        for (Block section : sections) {
            current = section.forward(parameterStore, current, training, params);
            outputs.add(current.singletonOrThrow());
        }
        return outputs;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape[] outputs = new Shape[sections.size()];
        Shape[] current = inputShapes;
        for (int i = 0; i < outputs.length; i++) {
            current = sections.get(i).getOutputShapes(current);
            outputs[i] = current[0];
        }
        return outputs;
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
