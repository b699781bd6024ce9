package @package@;

import static io.ssdlab.spi.training.Matching.BACKGROUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.testkit.MatcherContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of all matchers, and what is this one's own. */
class @type@MatcherTest extends MatcherContract {

    private static final GroundTruth LARGE = new GroundTruth(new CornerBox(0, 0, 1, 0.5f), 1, false);
    private static final GroundTruth SMALL = new GroundTruth(new CornerBox(0, 0, 0.5f, 0.5f), 2, false);

    @Override
    protected Matcher matcher() {
        return new @type@Matcher(new @type@MatcherConfig(0.3));
    }

    private int[] match(CornerBox prior, GroundTruth... objects) {
        float[] corners = {prior.xMin(), prior.yMin(), prior.xMax(), prior.yMax()};
        PriorBoxes priors = PriorBoxes.ofCorners(
                List.of(new PriorLayer("map", 1, 1, 1)), corners, PriorBoxes.Variances.ORIGINAL);
        return matcher().match(priors, List.of(objects)).assignments();
    }

    @Test
    void aPriorGoesToTheSmallestObjectInWhichItIsCentred() {
        CornerBox prior = new CornerBox(0, 0, 0.75f, 0.5f);

        assertThat(match(prior, LARGE, SMALL)).containsExactly(1);
        assertThat(match(prior, LARGE)).containsExactly(0);
    }

    @Test
    void aPriorCentredElsewhereIsBackground() {
        CornerBox prior = new CornerBox(0.2f, 0, 0.85f, 0.5f);

        assertThat(match(prior, SMALL)).containsExactly(BACKGROUND);
    }

    /** 0.2 of the larger box's area: their IoU is 0.2. */
    @Test
    void belowTheThresholdAPriorIsBackground() {
        CornerBox prior = new CornerBox(0, 0, 0.2f, 0.5f);

        assertThat(match(prior, LARGE)).containsExactly(BACKGROUND);
    }
}
