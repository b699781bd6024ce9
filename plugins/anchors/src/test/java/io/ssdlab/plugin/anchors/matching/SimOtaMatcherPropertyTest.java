package io.ssdlab.plugin.anchors.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.PredictedBoxes;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(BoxArbitraries.class)
@Domain(DomainContext.Global.class)
class SimOtaMatcherPropertyTest {

    private static final int CLASSES = 3;

    @Property(tries = 500, seed = "20210718")
    void equalsTheRuleStepByStep(
            @ForAll PriorBoxes priors,
            @ForAll List<CornerBox> boxes,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int candidates,
            @ForAll @DoubleRange(min = 0.1, max = 3) double radius,
            @ForAll @DoubleRange(max = 5) double overlapWeight) {
        SplittableRandom random = new SplittableRandom(seed);
        List<GroundTruth> objects = boxes.stream()
                .map(box -> new GroundTruth(box, random.nextInt(1, CLASSES + 1), false))
                .toList();
        PredictedBoxes predicted = predicted(priors, objects, random);
        SimOtaConfig config = new SimOtaConfig(candidates, radius, overlapWeight);

        assertThat(new SimOtaMatcher(config).match(priors, objects, predicted).assignments())
                .containsExactly(new LiteralSimOtaRule(priors, objects, predicted, config).match());
    }

    /** Half of the predictions are near an object, so that objects are worth several prior boxes. */
    private static PredictedBoxes predicted(PriorBoxes priors, List<GroundTruth> objects, SplittableRandom random) {
        float[] logits = new float[priors.size() * (1 + CLASSES)];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) random.nextDouble(-4, 4);
        }
        float[] corners = priors.corners().clone();
        for (int prior = 0; prior < priors.size() && !objects.isEmpty(); prior++) {
            if (random.nextBoolean()) {
                CornerBox box = objects.get(random.nextInt(objects.size())).box();
                float[] of = {box.xMin(), box.yMin(), box.xMax(), box.yMax()};
                for (int i = 0; i < 4; i++) {
                    corners[4 * prior + i] = of[i] + (float) random.nextDouble(-0.05, 0.05);
                }
            }
        }
        return new PredictedBoxes(CLASSES, logits, corners);
    }
}
