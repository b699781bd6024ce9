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
import java.util.Optional;

/** Sections in a row, each of which yields a source map of a backbone. */
final class SectionedBlock extends AbstractBlock {

    private final List<Section> sections;

    /**
     * What lies between two source maps.
     *
     * @param layers from the section before (or the image) to the next
     * @param normalisation between the layers' output and the heads; the next section takes the output as it is
     */
    record Section(Block layers, Optional<Block> normalisation) {

        private Shape[] source(Shape[] output) {
            return normalisation.map(block -> block.getOutputShapes(output)).orElse(output);
        }
    }

    SectionedBlock(List<Section> sections) {
        this.sections = List.copyOf(sections);
        for (int i = 0; i < sections.size(); i++) {
            String name = "section" + (i + 1);
            addChildBlock(name, sections.get(i).layers());
            sections.get(i).normalisation().ifPresent(block -> addChildBlock(name + "Normalisation", block));
        }
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameterStore, NDList inputs, boolean training, PairList<String, Object> params) {
        NDList sources = new NDList(sections.size());
        NDList current = inputs;
        for (Section section : sections) {
            NDList output = section.layers().forward(parameterStore, current, training, params);
            sources.add(section.normalisation()
                    .map(block -> block.forward(parameterStore, output, training, params))
                    .orElse(output)
                    .singletonOrThrow());
            current = output;
        }
        return sources;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape[] sources = new Shape[sections.size()];
        Shape[] current = inputShapes;
        for (int i = 0; i < sources.length; i++) {
            current = sections.get(i).layers().getOutputShapes(current);
            sources[i] = sections.get(i).source(current)[0];
        }
        return sources;
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        Shape[] current = inputShapes;
        for (Section section : sections) {
            section.layers().initialize(manager, dataType, current);
            Shape[] output = section.layers().getOutputShapes(current);
            section.normalisation().ifPresent(block -> block.initialize(manager, dataType, output));
            current = output;
        }
    }
}
