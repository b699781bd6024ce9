package io.ssdlab.plugin.anchors.matching;

import static io.ssdlab.spi.training.Matching.BACKGROUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.testkit.MatcherContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AtssMatcherTest extends MatcherContract {

    private static final InputSize HUNDRED = new InputSize(100, 100);
    private static final CornerBox WHOLE = new CornerBox(0, 0, 1, 1);

    @Override
    protected Matcher matcher() {
        return new AtssMatcher(AtssConfig.PAPER, new InputSize(300, 300));
    }

    private static int[] match(int candidates, PriorBoxes priors, CornerBox... objects) {
        return new AtssMatcher(new AtssConfig(candidates), HUNDRED)
                .match(priors, Scenes.objects(objects))
                .assignments();
    }

    /** A prior box in the middle of the image, as high as that and so wide: that is its IoU with all of it. */
    private static CornerBox stripe(double width) {
        return new CornerBox((float) (0.5 - width / 2), 0, (float) (0.5 + width / 2), 1);
    }

    @Test
    void thresholdIsMeanPlusDeviation() {
        // The nine nearest are rows and columns 0 to 2; four of them have the IoU 0.25, five 0: mean 0.111, deviation
        // 0.132.
        int[] assignments = match(9, Scenes.tiles(4), new CornerBox(0, 0, 0.5f, 0.5f));

        assertThat(Scenes.matchedTo(0, assignments)).containsExactly(0, 1, 4, 5);
        assertThat(assignments).contains(BACKGROUND).doesNotContain(-2);
    }

    @Test
    void deviationIsThatOfASample() {
        // Mean 0.333 and deviation 0.252 make 0.585.
        assertThat(match(1, Scenes.priors(stripe(0.6), stripe(0.3), stripe(0.1)), WHOLE))
                .containsExactly(0, BACKGROUND, BACKGROUND);
        // 0.307 and 0.200 make 0.507; the deviation of a population, 0.164, would make 0.470.
        assertThat(match(1, Scenes.priors(stripe(0.5), stripe(0.32), stripe(0.1)), WHOLE))
                .containsOnly(BACKGROUND);
    }

    @Test
    void theCandidatesOfAllMapsShareOneThreshold() {
        // Each map alone would have its own best prior box; together the IoUs are 0.8, 0.2, 0.1 and 0.1.
        PriorBoxes priors = Scenes.priors(
                List.of(new PriorLayer("fine", 1, 2, 1), new PriorLayer("coarse", 1, 2, 1)),
                List.of(stripe(0.2), stripe(0.1), stripe(0.8), stripe(0.1)));

        assertThat(match(2, priors, WHOLE)).containsExactly(BACKGROUND, BACKGROUND, 0, BACKGROUND);
    }

    @Test
    void aMapWithSeveralBoxesPerCellPutsForwardAsManyMore() {
        // For k = 1 the two boxes of the left cell are candidates: 1 and 0.5 have the mean 0.75 and the deviation
        // 0.354.
        // A single candidate, the first, would be positive.
        CornerBox left = new CornerBox(0, 0, 0.5f, 1);
        PriorBoxes priors = Scenes.priors(
                List.of(new PriorLayer("map", 1, 2, 2)),
                List.of(
                        left,
                        new CornerBox(0, 0.25f, 0.5f, 0.75f),
                        new CornerBox(0.5f, 0, 1, 1),
                        new CornerBox(0.5f, 0.25f, 1, 0.75f)));

        assertThat(match(1, priors, left)).containsOnly(BACKGROUND);
        // For k = 2 all four are: 1, 0.5, 0 and 0 have the mean 0.375 and the deviation 0.479.
        assertThat(match(2, priors, left)).containsExactly(0, BACKGROUND, BACKGROUND, BACKGROUND);
    }

    @Test
    void aMapSmallerThanKPutsForwardAllItHas() {
        assertThat(match(9, Scenes.tiles(1), WHOLE)).as("a single candidate").containsExactly(0);
        // Of the finer map nine, 0.25 four times and 0; of the coarser its four, 1 and 0: mean 0.154, deviation 0.280.
        assertThat(Scenes.matchedTo(0, match(9, Scenes.tiles(4, 2), new CornerBox(0, 0, 0.5f, 0.5f))))
                .containsExactly(16);
    }

    @Test
    void equalCandidatesReachTheirOwnMean() {
        assertThat(match(9, Scenes.tiles(2), WHOLE)).as("four of the IoU 1/4").containsOnly(0);
    }

    @Test
    void onlyCentresInsideCount() {
        // Alone on its map, each reaches its own mean; the object's edge is 0.02 and 0.005 pixels off the centre.
        assertThat(match(1, Scenes.priors(WHOLE), new CornerBox(0.4998f, 0, 1, 1)))
                .containsExactly(0);
        assertThat(match(1, Scenes.priors(WHOLE), new CornerBox(0.49995f, 0, 1, 1)))
                .containsExactly(BACKGROUND);
        assertThat(match(1, Scenes.priors(WHOLE), new CornerBox(0, 0, 1, 0.50005f)))
                .containsExactly(BACKGROUND);
        assertThat(match(1, Scenes.priors(WHOLE), new CornerBox(0.6f, 0.6f, 1, 1)))
                .containsExactly(BACKGROUND);
    }

    @Test
    void distancesAreInPixels() {
        PriorBoxes priors = Scenes.priors(
                List.of(new PriorLayer("map", 1, 2, 1)),
                List.of(Scenes.square(0.6f, 0.5f, 0.5f), Scenes.square(0.5f, 0.7f, 0.5f)));
        List<GroundTruth> objects = Scenes.objects(WHOLE);
        AtssConfig nearest = new AtssConfig(1);

        assertThat(new AtssMatcher(nearest, HUNDRED).match(priors, objects).assignments())
                .as("10 and 20 pixels away")
                .containsExactly(0, BACKGROUND);
        assertThat(new AtssMatcher(nearest, new InputSize(400, 100))
                        .match(priors, objects)
                        .assignments())
                .as("40 and 20 pixels away")
                .containsExactly(BACKGROUND, 0);
    }

    @Test
    void ofEquallyNearPriorsTheFirstAreCandidates() {
        // The object lies in the middle of four tiles; all else being equal, k = 2 takes the upper ones.
        assertThat(Scenes.matchedTo(0, match(2, Scenes.tiles(2), Scenes.square(0.5f, 0.5f, 0.9f))))
                .containsExactly(0, 1);
    }

    @Test
    void aPriorClaimedTwiceGoesToTheLargerOverlap() {
        CornerBox tile = Scenes.square(0.25f, 0.25f, 0.5f);
        CornerBox larger = Scenes.square(0.25f, 0.25f, 0.55f);

        assertThat(Scenes.matchedTo(1, match(1, Scenes.tiles(2), larger, tile))).containsExactly(0);
        assertThat(Scenes.matchedTo(0, match(1, Scenes.tiles(2), tile, larger))).containsExactly(0);
        assertThat(Scenes.matchedTo(0, match(1, Scenes.tiles(2), tile, tile)))
                .as("of equal objects the first")
                .containsExactly(0);
    }

    @Test
    void objectsWithoutACentreInsideGoEmpty() {
        CornerBox pixelBetweenCentres = Scenes.square(0.5f, 0.5f, 0.01f);
        CornerBox outside = new CornerBox(2, 2, 3, 3);
        CornerBox empty = new CornerBox(0.125f, 0.125f, 0.125f, 0.125f);

        assertThat(match(9, Scenes.tiles(8, 4), pixelBetweenCentres, outside, empty))
                .containsOnly(BACKGROUND);
    }

    @Test
    void anObjectOfOnePixelOnACentreGetsItsPrior() {
        // The IoU with the tile of the finer map is 64 / 10000, and 16 / 10000 with that of the coarser one.
        assertThat(Scenes.matchedTo(0, match(9, Scenes.tiles(8, 4), Scenes.square(0.3125f, 0.0625f, 0.01f))))
                .containsExactly(2);
    }

    @Test
    void hundredsOfObjectsOnTheirTilesGetThese() {
        PriorBoxes priors = Scenes.tiles(20);
        List<CornerBox> tiles = new ArrayList<>();
        for (int prior = priors.size() - 1; prior >= 0; prior--) {
            tiles.add(priors.box(prior));
        }
        int[] assignments = match(9, priors, tiles.toArray(CornerBox[]::new));

        for (int prior = 0; prior < assignments.length; prior++) {
            assertThat(assignments[prior]).as("prior %d", prior).isEqualTo(assignments.length - 1 - prior);
        }
    }

    @Test
    void ofManyEqualObjectsTheFirstTakesAll() {
        CornerBox[] objects =
                Collections.nCopies(300, Scenes.square(0.25f, 0.25f, 0.5f)).toArray(CornerBox[]::new);

        assertThat(match(9, Scenes.tiles(8, 2), objects)).containsOnly(BACKGROUND, 0);
    }
}
