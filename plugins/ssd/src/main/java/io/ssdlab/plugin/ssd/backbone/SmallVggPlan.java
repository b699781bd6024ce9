package io.ssdlab.plugin.ssd.backbone;

import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.SourceMap;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of a {@link SmallVggBackbone} for one input size, before any engine is involved.
 *
 * @param sections what lies between two source maps, in order
 */
record SmallVggPlan(List<Section> sections) {

    /**
     * The layers that lead from one source map (or the image) to the next.
     *
     * @param steps convolutions and pools in order
     * @param source the map that they yield
     */
    record Section(List<Step> steps, SourceMap source) {}

    /** A 2x2 max pool of stride 2, rounding up, before the unit if {@code pooled}. */
    record Step(boolean pooled, ConvolutionUnit unit) {}

    static SmallVggPlan of(SmallVggConfig config, InputSize input) {
        List<Section> sections = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        int rows = input.height();
        int columns = input.width();
        int stages = config.stages().size();
        for (int stage = 0; stage < stages; stage++) {
            List<Integer> channels = config.stages().get(stage);
            for (int layer = 0; layer < channels.size(); layer++) {
                boolean pooled = stage > 0 && layer == 0;
                if (pooled) {
                    rows = (rows + 1) / 2;
                    columns = (columns + 1) / 2;
                }
                int stride = stage == 0 && layer == 0 ? 2 : 1;
                ConvolutionUnit unit = new ConvolutionUnit(
                        "conv%d_%d".formatted(stage + 1, layer + 1), channels.get(layer), 3, stride, 1);
                rows = unit.outputSide(rows);
                columns = unit.outputSide(columns);
                steps.add(new Step(pooled, unit));
            }
            if (stage >= stages - 2) {
                steps = close(sections, steps, rows, columns);
            }
        }
        for (int extra = 0; extra < config.extras().size(); extra++) {
            int channels = config.extras().get(extra);
            String name = "conv" + (stages + 1 + extra);
            // The original leaves the padding away where three cells are left (conv8_2 and conv9_2 of SSD300), so that
            // one cell sees the whole image.
            boolean last = Math.min(rows, columns) == 3;
            ConvolutionUnit reduce = new ConvolutionUnit(name + "_1", Math.max(1, channels / 2), 1, 1, 0);
            ConvolutionUnit unit = new ConvolutionUnit(name + "_2", channels, 3, last ? 1 : 2, last ? 0 : 1);
            rows = unit.outputSide(rows);
            columns = unit.outputSide(columns);
            steps.add(new Step(false, reduce));
            steps.add(new Step(false, unit));
            steps = close(sections, steps, rows, columns);
        }
        return new SmallVggPlan(List.copyOf(sections));
    }

    List<SourceMap> sources() {
        return sections.stream().map(Section::source).toList();
    }

    private static List<Step> close(List<Section> sections, List<Step> steps, int rows, int columns) {
        ConvolutionUnit last = steps.get(steps.size() - 1).unit();
        sections.add(new Section(List.copyOf(steps), new SourceMap(last.name(), last.channels(), rows, columns)));
        return new ArrayList<>();
    }
}
