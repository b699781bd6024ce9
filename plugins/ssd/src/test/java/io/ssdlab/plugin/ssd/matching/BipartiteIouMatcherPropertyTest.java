package io.ssdlab.plugin.ssd.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The fast matcher against the literal rule. */
class BipartiteIouMatcherPropertyTest {

    @Property(tries = 500, seed = "20161008")
    void equalsTheLiteralRuleOnAnyBoxes(
            @ForAll("boxes") List<CornerBox> priorBoxes,
            @ForAll("boxes") List<CornerBox> objectBoxes,
            @ForAll("configs") BipartiteIouConfig config) {
        assertEqualsLiteralRule(priorBoxes, objectBoxes, config);
    }

    /** Boxes on a coarse grid: equal overlaps and prior boxes that several objects want are the rule here. */
    @Property(tries = 500, seed = "20161008")
    void equalsTheLiteralRuleWithManyTies(
            @ForAll("gridBoxes") List<CornerBox> priorBoxes,
            @ForAll("gridBoxes") List<CornerBox> objectBoxes,
            @ForAll("configs") BipartiteIouConfig config) {
        assertEqualsLiteralRule(priorBoxes, objectBoxes, config);
    }

    private static void assertEqualsLiteralRule(
            List<CornerBox> priorBoxes, List<CornerBox> objectBoxes, BipartiteIouConfig config) {
        float[] corners = new float[4 * priorBoxes.size()];
        for (int i = 0; i < priorBoxes.size(); i++) {
            CornerBox box = priorBoxes.get(i);
            corners[4 * i] = box.xMin();
            corners[4 * i + 1] = box.yMin();
            corners[4 * i + 2] = box.xMax();
            corners[4 * i + 3] = box.yMax();
        }
        PriorBoxes priors = PriorBoxes.ofCorners(
                List.of(new PriorLayer("map", 1, 1, priorBoxes.size())), corners, PriorBoxes.Variances.ORIGINAL);
        List<GroundTruth> objects = new ArrayList<>();
        objectBoxes.forEach(box -> objects.add(new GroundTruth(box, 1, false)));
        assertThat(new BipartiteIouMatcher(config).match(priors, objects).assignments())
                .containsExactly(LiteralMatchingRule.match(priors, objects, config));
    }

    @Provide
    Arbitrary<List<CornerBox>> boxes() {
        Arbitrary<Float> coordinate = Arbitraries.floats().between(-0.2f, 1.2f);
        return Combinators.combine(coordinate, coordinate, coordinate, coordinate)
                .as(CornerBox::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<CornerBox>> gridBoxes() {
        Arbitrary<Integer> corner = Arbitraries.integers().between(-1, 6);
        Arbitrary<Integer> size = Arbitraries.integers().between(1, 3);
        return Combinators.combine(corner, corner, size, size)
                .as((x, y, width, height) -> new CornerBox(x / 6f, y / 6f, (x + width) / 6f, (y + height) / 6f))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<BipartiteIouConfig> configs() {
        return Combinators.combine(
                        Arbitraries.of(0.0, 0.3, 0.5, 1.0), Arbitraries.of(0.1, 0.5, 1.0), Arbitraries.of(true, false))
                .as(BipartiteIouConfig::new);
    }
}
