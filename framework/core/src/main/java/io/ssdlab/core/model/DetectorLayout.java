package io.ssdlab.core.model;

import io.ssdlab.spi.model.Backbone;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxGenerator;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.model.SourceMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a detector looks like before any engine is involved: its source maps, which of them it predicts from, the prior
 * boxes of those, and by what it predicts.
 *
 * @param input in pixels
 * @param sources all source maps of the backbone, finest first
 * @param predictedFrom for each source map, whether it has a head
 * @param priors of the source maps with a head, in order
 * @param heads on all of these
 */
public record DetectorLayout(
        InputSize input, List<SourceMap> sources, List<Boolean> predictedFrom, PriorBoxes priors, HeadDesign heads) {

    public DetectorLayout {
        sources = List.copyOf(sources);
        predictedFrom = List.copyOf(predictedFrom);
    }

    /**
     * Lays out a detector with SSD's heads.
     *
     * @param withoutSources positions from 1 of source maps that get no head ("drop the 38x38 layer")
     * @throws IllegalArgumentException if the parts do not fit one another
     */
    public static DetectorLayout of(
            Backbone backbone, PriorBoxGenerator generator, InputSize input, Set<Integer> withoutSources) {
        List<SourceMap> sources = backbone.sources(input);
        for (int position : withoutSources) {
            if (position < 1 || position > sources.size()) {
                throw new IllegalArgumentException("without-sources: there is no source map %d, the backbone has %d"
                        .formatted(position, sources.size()));
            }
        }
        if (withoutSources.size() == sources.size()) {
            throw new IllegalArgumentException("without-sources: leaves no source map to predict from");
        }
        PriorBoxes all = generator.generate(sources, input);
        if (all.layers().size() != sources.size()) {
            throw new IllegalArgumentException("%d layers of prior boxes for %d source maps"
                    .formatted(all.layers().size(), sources.size()));
        }
        List<PriorLayer> layers = new ArrayList<>();
        List<Boolean> predictedFrom = new ArrayList<>();
        float[] corners = new float[all.corners().length];
        int from = 0;
        int kept = 0;
        for (int i = 0; i < sources.size(); i++) {
            PriorLayer layer = all.layers().get(i);
            int length = 4 * layer.boxes();
            boolean predicted = !withoutSources.contains(i + 1);
            if (predicted && layer.boxes() == 0) {
                throw new IllegalArgumentException(
                        "the source map %s has no prior boxes: lay some, or add %d to model.without-sources"
                                .formatted(sources.get(i).name(), i + 1));
            }
            predictedFrom.add(predicted);
            if (predicted) {
                layers.add(layer);
                System.arraycopy(all.corners(), from, corners, kept, length);
                kept += length;
            }
            from += length;
        }
        PriorBoxes priors = layers.size() == sources.size()
                ? all
                : PriorBoxes.ofCorners(layers, Arrays.copyOf(corners, kept), all.variances());
        return new DetectorLayout(input, sources, predictedFrom, priors, HeadDesign.ORIGINAL);
    }

    /** The same with other heads. */
    public DetectorLayout withHeads(HeadDesign others) {
        return new DetectorLayout(input, sources, predictedFrom, priors, others);
    }
}
