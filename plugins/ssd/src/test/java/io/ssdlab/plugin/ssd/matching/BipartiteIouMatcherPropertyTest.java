package io.ssdlab.plugin.ssd.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Matching;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The fast matcher against the literal rule, and what holds of every matching. */
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

    @Property(tries = 500, seed = "20161008")
    void whatEveryMatchingKeepsTo(
            @ForAll("boxes") List<CornerBox> priorBoxes,
            @ForAll("boxes") List<CornerBox> objectBoxes,
            @ForAll("configs") BipartiteIouConfig config) {
        assertInvariants(priors(priorBoxes), objectBoxes, config);
    }

    @Property(tries = 500, seed = "20161008")
    void whatEveryMatchingKeepsToWithManyTies(
            @ForAll("gridBoxes") List<CornerBox> priorBoxes,
            @ForAll("gridBoxes") List<CornerBox> objectBoxes,
            @ForAll("configs") BipartiteIouConfig config) {
        assertInvariants(priors(priorBoxes), objectBoxes, config);
    }

    private static void assertInvariants(PriorBoxes priors, List<CornerBox> objects, BipartiteIouConfig config) {
        int[] assignments = match(priors, objects, config);
        float threshold = (float) config.threshold();
        int[] matched = new int[objects.size()];
        int[] belowThreshold = new int[objects.size()];
        for (int prior = 0; prior < assignments.length; prior++) {
            boolean crosses = !priors.box(prior).equals(priors.box(prior).clipped());
            float best = 0;
            for (CornerBox object : objects) {
                best = Math.max(best, overlap(priors, prior, object));
            }
            int assignment = assignments[prior];
            if (config.ignoreCrossBoundary() && crosses) {
                assertThat(assignment).as("prior %d, over the edge", prior).isEqualTo(Matching.IGNORED);
            } else if (assignment >= 0) {
                float own = overlap(priors, prior, objects.get(assignment));
                assertThat(own).as("overlap of prior %d", prior).isPositive();
                matched[assignment]++;
                if (own < threshold || own < best) {
                    // Only an object's one best pair may be weak, or may take a prior box that another overlaps more.
                    belowThreshold[assignment]++;
                }
            } else if (assignment == Matching.IGNORED) {
                assertThat(best).as("prior %d, left out", prior).isGreaterThanOrEqualTo((float)
                        config.negativeOverlap());
            } else {
                assertThat(best).as("prior %d, background", prior).isLessThan((float) config.negativeOverlap());
                assertThat(best == 0 || best < threshold).as("prior %d", prior).isTrue();
            }
        }
        for (int object = 0; object < matched.length; object++) {
            assertThat(belowThreshold[object])
                    .as("weak matches of object %d", object)
                    .isLessThanOrEqualTo(1);
            if (matched[object] == 0) {
                assertEveryPriorIsTaken(priors, assignments, objects, object);
            }
        }
    }

    /** An object without a prior box overlaps only prior boxes that other objects have, or that are left out. */
    private static void assertEveryPriorIsTaken(
            PriorBoxes priors, int[] assignments, List<CornerBox> objects, int object) {
        for (int prior = 0; prior < assignments.length; prior++) {
            if (overlap(priors, prior, objects.get(object)) > 0) {
                boolean crosses = !priors.box(prior).equals(priors.box(prior).clipped());
                assertThat(assignments[prior] >= 0 || (crosses && assignments[prior] == Matching.IGNORED))
                        .as("prior %d, which object %d without a match overlaps", prior, object)
                        .isTrue();
            }
        }
    }

    /** IoU; what is no more than rounding counts as none. */
    private static float overlap(PriorBoxes priors, int prior, CornerBox object) {
        float overlap = priors.box(prior).intersectionOverUnion(object);
        return overlap > 1e-6 ? overlap : 0;
    }

    private static void assertEqualsLiteralRule(
            List<CornerBox> priorBoxes, List<CornerBox> objectBoxes, BipartiteIouConfig config) {
        PriorBoxes priors = priors(priorBoxes);
        assertThat(match(priors, objectBoxes, config))
                .containsExactly(LiteralMatchingRule.match(priors, objects(objectBoxes), config));
    }

    private static int[] match(PriorBoxes priors, List<CornerBox> objects, BipartiteIouConfig config) {
        return new BipartiteIouMatcher(config).match(priors, objects(objects)).assignments();
    }

    private static List<GroundTruth> objects(List<CornerBox> boxes) {
        return boxes.stream().map(box -> new GroundTruth(box, 1, false)).toList();
    }

    private static PriorBoxes priors(List<CornerBox> boxes) {
        float[] corners = new float[4 * boxes.size()];
        for (int i = 0; i < boxes.size(); i++) {
            CornerBox box = boxes.get(i);
            corners[4 * i] = box.xMin();
            corners[4 * i + 1] = box.yMin();
            corners[4 * i + 2] = box.xMax();
            corners[4 * i + 3] = box.yMax();
        }
        return PriorBoxes.ofCorners(
                List.of(new PriorLayer("map", 1, 1, boxes.size())), corners, PriorBoxes.Variances.ORIGINAL);
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
