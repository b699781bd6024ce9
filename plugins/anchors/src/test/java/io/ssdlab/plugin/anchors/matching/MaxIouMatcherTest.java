package io.ssdlab.plugin.anchors.matching;

import static io.ssdlab.spi.training.Matching.BACKGROUND;
import static io.ssdlab.spi.training.Matching.IGNORED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.testkit.MatcherContract;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaxIouMatcherTest extends MatcherContract {

    private static final CornerBox LEFT_HALF = new CornerBox(0, 0, 0.5f, 1);
    private static final CornerBox RIGHT_HALF = new CornerBox(0.5f, 0, 1, 1);

    @Override
    protected Matcher matcher() {
        return new MaxIouMatcher(MaxIouConfig.RETINANET);
    }

    private static int[] match(MaxIouConfig config, PriorBoxes priors, List<GroundTruth> objects) {
        return new MaxIouMatcher(config).match(priors, objects).assignments();
    }

    private static MaxIouConfig forced() {
        return new MaxIouConfig(0.5, 0.4, true);
    }

    /** A prior box within the object, as high as that, of so much of its area: that is its IoU with it. */
    private static CornerBox partOfLeftHalf(float part) {
        return new CornerBox(0, 0, 0.5f * part, 1);
    }

    @Test
    void thresholdsPartPriorsIntoThree() {
        PriorBoxes priors = Scenes.priors(
                partOfLeftHalf(0.5f),
                partOfLeftHalf(0.499f),
                partOfLeftHalf(0.401f),
                partOfLeftHalf(0.399f),
                RIGHT_HALF);

        assertThat(match(MaxIouConfig.RETINANET, priors, Scenes.objects(LEFT_HALF)))
                .containsExactly(0, IGNORED, IGNORED, BACKGROUND, BACKGROUND);
    }

    @Test
    void equalThresholdsLeaveNothingOut() {
        PriorBoxes priors = Scenes.priors(partOfLeftHalf(0.5f), partOfLeftHalf(0.499f));

        assertThat(match(new MaxIouConfig(0.5, 0.5, false), priors, Scenes.objects(LEFT_HALF)))
                .containsExactly(0, BACKGROUND);
    }

    @Test
    void eachPriorTakesTheObjectItOverlapsMost() {
        // IoU with the left half: 0.3 / 0.7 and 0.25 / 0.75; with the right one: 0.2 / 0.8 and 0.25 / 0.75.
        PriorBoxes priors = Scenes.priors(new CornerBox(0.2f, 0, 0.7f, 1), new CornerBox(0.25f, 0, 0.75f, 1));

        assertThat(match(new MaxIouConfig(0.3, 0.3, false), priors, Scenes.objects(RIGHT_HALF, LEFT_HALF)))
                .as("of equal objects the first")
                .containsExactly(1, 0);
    }

    @Test
    void withoutForceAnObjectMayGoEmpty() {
        PriorBoxes priors = Scenes.priors(partOfLeftHalf(0.25f), partOfLeftHalf(0.125f));

        assertThat(match(MaxIouConfig.RETINANET, priors, Scenes.objects(LEFT_HALF)))
                .containsExactly(BACKGROUND, BACKGROUND);
        assertThat(match(forced(), priors, Scenes.objects(LEFT_HALF))).containsExactly(0, BACKGROUND);
    }

    @Test
    void allEquallyBestPriorsAreForced() {
        PriorBoxes priors = Scenes.priors(
                new CornerBox(0, 0, 0.125f, 1), partOfLeftHalf(0.125f), new CornerBox(0.25f, 0, 0.375f, 1));

        assertThat(match(forced(), priors, Scenes.objects(LEFT_HALF))).containsExactly(0, BACKGROUND, 0);
    }

    /** As Faster R-CNN's code: the label is forced, the object is still the prior's own best. */
    @Test
    void aForcedPriorGoesToItsOwnBestObject() {
        CornerBox small = new CornerBox(0, 0, 0.25f, 0.25f);
        PriorBoxes priors = Scenes.priors(LEFT_HALF);

        assertThat(match(forced(), priors, Scenes.objects(small, LEFT_HALF))).containsExactly(1);
    }

    @Test
    void whatNoPriorOverlapsForcesNone() {
        PriorBoxes priors = Scenes.priors(LEFT_HALF, partOfLeftHalf(0.5f));

        assertThat(match(forced(), priors, Scenes.objects(RIGHT_HALF, new CornerBox(2, 2, 3, 3))))
                .containsExactly(BACKGROUND, BACKGROUND);
    }

    @Test
    void objectsOfOnePixelGetTheirTileIfForced() {
        List<GroundTruth> pixel = Scenes.objects(Scenes.square(0.6f, 0.1f, 1 / 300f));

        assertThat(match(MaxIouConfig.RETINANET, Scenes.tiles(8, 4), pixel)).containsOnly(BACKGROUND);
        assertThat(Scenes.matchedTo(0, match(forced(), Scenes.tiles(8, 4), pixel)))
                .as("row 0, column 4 of the finer map")
                .containsExactly(4);
    }

    @Test
    void ofManyEqualObjectsTheFirstTakesAll() {
        List<GroundTruth> objects =
                Collections.nCopies(300, new GroundTruth(Scenes.square(0.125f, 0.125f, 0.25f), 1, false));

        assertThat(Scenes.matchedTo(0, match(forced(), Scenes.tiles(4), objects)))
                .containsExactly(0);
    }

    @Test
    void thresholdsMustBeInOrder() {
        assertThatThrownBy(() -> new MaxIouConfig(0.5, 0.6, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("negative 0.6 is above positive 0.5: expected at most that");
    }
}
