package io.ssdlab.plugin.anchors.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(BoxArbitraries.class)
@Domain(DomainContext.Global.class)
class AtssMatcherPropertyTest {

    @Property(tries = 500, seed = "20200312")
    void equalsAlgorithm1(
            @ForAll PriorBoxes priors,
            @ForAll List<CornerBox> objects,
            @ForAll @IntRange(min = 1, max = 12) int candidates,
            @ForAll @IntRange(min = 1, max = 700) int width,
            @ForAll @IntRange(min = 1, max = 700) int height) {
        assertEqualsAlgorithm1(priors, objects, candidates, new InputSize(width, height));
    }

    /** Prior boxes laid as detectors lay them, where most candidates have a chance. */
    @Property(tries = 100, seed = "20200312")
    void equalsAlgorithm1OnGrids(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int candidates, @ForAll boolean aligned) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CornerBox> objects = new ArrayList<>();
        for (int object = random.nextInt(12); object > 0; object--) {
            float width = (float) random.nextDouble(0.02, 0.9);
            float height = (float) random.nextDouble(0.02, 0.9);
            float x = (float) random.nextDouble(0, 1 - width);
            float y = (float) random.nextDouble(0, 1 - height);
            // Objects centred on corners of cells have their nearest prior boxes in ties of four.
            objects.add(
                    aligned
                            ? Scenes.square(random.nextInt(1, 8) / 8f, random.nextInt(1, 8) / 8f, width)
                            : new CornerBox(x, y, x + width, y + height));
        }
        assertEqualsAlgorithm1(gridPriors(), objects, candidates, new InputSize(300, 300));
    }

    private static PriorBoxes gridPriors() {
        List<PriorLayer> layers = new ArrayList<>();
        List<CornerBox> boxes = new ArrayList<>();
        for (int cells : List.of(16, 8, 4, 1)) {
            layers.add(new PriorLayer("map" + cells, cells, cells, 2));
            for (int cell = 0; cell < cells * cells; cell++) {
                float x = (cell % cells + 0.5f) / cells;
                float y = (Math.floorDiv(cell, cells) + 0.5f) / cells;
                boxes.add(Scenes.square(x, y, 1.5f / cells));
                boxes.add(Scenes.square(x, y, 2.25f / cells));
            }
        }
        return Scenes.priors(layers, boxes);
    }

    private static void assertEqualsAlgorithm1(
            PriorBoxes priors, List<CornerBox> objects, int candidates, InputSize input) {
        assertThat(new AtssMatcher(new AtssConfig(candidates), input)
                        .match(priors, Scenes.objects(objects))
                        .assignments())
                .containsExactly(LiteralAtssRule.match(priors, objects, candidates, input));
    }
}
