package io.ssdlab.plugin.anchors.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.PriorBoxes;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(BoxArbitraries.class)
@Domain(DomainContext.Global.class)
class MaxIouMatcherPropertyTest {

    @Property(tries = 500, seed = "20170807")
    void equalsTheLiteralRule(
            @ForAll PriorBoxes priors,
            @ForAll List<CornerBox> objects,
            @ForAll @DoubleRange(min = 0.05, max = 1) double one,
            @ForAll @DoubleRange(min = 0.05, max = 1) double other,
            @ForAll boolean forceBest) {
        MaxIouConfig config = new MaxIouConfig(Math.max(one, other), Math.min(one, other), forceBest);

        assertThat(match(priors, objects, config)).containsExactly(LiteralMaxIouRule.match(priors, objects, config));
    }

    /** Forcing adds positives and takes none away: the only priors that change become positive. */
    @Property(tries = 200, seed = "20170807")
    void forcingOnlyAddsPositives(@ForAll PriorBoxes priors, @ForAll List<CornerBox> objects) {
        int[] free = match(priors, objects, MaxIouConfig.RETINANET);
        int[] forced = match(priors, objects, new MaxIouConfig(0.5, 0.4, true));
        for (int prior = 0; prior < free.length; prior++) {
            if (forced[prior] != free[prior]) {
                assertThat(free[prior]).as("prior %d, not forced", prior).isNegative();
                assertThat(forced[prior]).as("prior %d, forced", prior).isNotNegative();
            }
        }
    }

    private static int[] match(PriorBoxes priors, List<CornerBox> objects, MaxIouConfig config) {
        return new MaxIouMatcher(config).match(priors, Scenes.objects(objects)).assignments();
    }
}
