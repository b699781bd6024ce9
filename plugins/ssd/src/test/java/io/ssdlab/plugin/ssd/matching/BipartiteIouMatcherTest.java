package io.ssdlab.plugin.ssd.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ssdlab.plugin.ssd.Golden;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import io.ssdlab.testkit.MatcherContract;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BipartiteIouMatcherTest extends MatcherContract {

    /** Of the bipartite step alone: only a perfect prior box would be matched besides. */
    private static final double NO_THRESHOLD_MATCHES = 1;

    @Override
    protected Matcher matcher() {
        return new BipartiteIouMatcher(BipartiteIouConfig.ORIGINAL);
    }

    static List<Golden.Case> scenes() {
        return Golden.cases("matching", "scenes");
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void matchesAsTheOriginal(Golden.Case scene) {
        JsonNode golden = scene.node();
        boolean bipartiteOnly = golden.get("match_type").asText().equals("BIPARTITE");
        PriorBoxes priors = Golden.priors(golden.get("priors"));
        int[] assignments = new BipartiteIouMatcher(new BipartiteIouConfig(
                        bipartiteOnly
                                ? NO_THRESHOLD_MATCHES
                                : golden.get("threshold").doubleValue(),
                        0.5,
                        golden.get("ignore_cross_boundary").booleanValue()))
                .match(priors, Golden.groundTruths(golden.get("gts")))
                .assignments();
        int[] expected = new int[priors.size()];
        Arrays.fill(expected, Matching.BACKGROUND);
        golden.get("matches")
                .forEach(match ->
                        expected[match.get(0).intValue()] = match.get(1).intValue());
        int[] matched = Arrays.stream(assignments)
                .map(assignment -> Math.max(assignment, Matching.BACKGROUND))
                .toArray();
        assertThat(matched).containsExactly(expected);
        assertThat(Arrays.stream(assignments).filter(assignment -> assignment == Matching.BACKGROUND))
                .hasSize(golden.get("num_neg_candidates").intValue());
    }

    @Test
    void ignoresPriorsThatCrossTheBoundaryIfAsked() {
        PriorBoxes priors = priors(
                new CornerBox(-0.01f, 0, 0.5f, 0.5f), new CornerBox(0, 0, 0.5f, 0.5f), new CornerBox(0.5f, 0, 1, 1.1f));
        List<GroundTruth> objects = List.of(new GroundTruth(new CornerBox(-0.01f, 0, 0.5f, 0.5f), 1, false));
        assertThat(new BipartiteIouMatcher(new BipartiteIouConfig(0.5, 0.5, true))
                        .match(priors, objects)
                        .assignments())
                .containsExactly(Matching.IGNORED, 0, Matching.IGNORED);
    }

    @Test
    void leavesOutWhatOverlapsAnObjectButNotEnough() {
        PriorBoxes priors = priors(
                new CornerBox(0, 0, 0.5f, 0.5f), new CornerBox(0, 0, 0.5f, 0.25f), new CornerBox(0, 0, 0.5f, 0.2f));
        List<GroundTruth> objects = List.of(new GroundTruth(new CornerBox(0, 0, 0.5f, 0.5f), 1, false));
        assertThat(new BipartiteIouMatcher(new BipartiteIouConfig(0.7, 0.5, false))
                        .match(priors, objects)
                        .assignments())
                .containsExactly(0, Matching.IGNORED, Matching.BACKGROUND);
    }

    @Test
    void objectsThatOverlapNoPriorStayUnmatched() {
        PriorBoxes priors = priors(new CornerBox(0, 0, 0.5f, 0.5f));
        List<GroundTruth> objects = List.of(new GroundTruth(new CornerBox(0.5f, 0, 1, 0.5f), 1, false));
        assertThat(matcher().match(priors, objects).assignments()).containsExactly(Matching.BACKGROUND);
    }

    private static PriorBoxes priors(CornerBox... boxes) {
        float[] corners = new float[4 * boxes.length];
        for (int i = 0; i < boxes.length; i++) {
            corners[4 * i] = boxes[i].xMin();
            corners[4 * i + 1] = boxes[i].yMin();
            corners[4 * i + 2] = boxes[i].xMax();
            corners[4 * i + 3] = boxes[i].yMax();
        }
        return PriorBoxes.ofCorners(
                List.of(new PriorLayer("map", 1, 1, boxes.length)), corners, PriorBoxes.Variances.ORIGINAL);
    }
}
