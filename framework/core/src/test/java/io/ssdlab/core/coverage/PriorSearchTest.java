package io.ssdlab.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.model.PriorBoxes;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PriorSearchTest {

    @Property(tries = 200)
    void findsWhatALookAtEveryPriorBoxFinds(@ForAll long seed) {
        Random random = new Random(seed);
        PriorBoxes priors = Scenes.priors(random);
        PriorSearch search = new PriorSearch(priors.corners());
        for (ImageObjects image :
                TrainingObjects.of(Scenes.split(random, 4), true).images()) {
            for (GroundTruth object : image.groundTruths()) {
                CornerBox box = object.box();
                float best = 0;
                for (int prior = 0; prior < priors.size(); prior++) {
                    best = Math.max(best, box.intersectionOverUnion(priors.box(prior)));
                }
                float known = box.intersectionOverUnion(priors.box(random.nextInt(priors.size())));

                assertThat(search.best(new PriorOverlap(box), 0)).isEqualTo(best);
                assertThat(search.best(new PriorOverlap(box), known)).isEqualTo(best);
            }
        }
    }

    @Test
    void anObjectApartFromAllPriorBoxesHasNone() {
        PriorSearch search = new PriorSearch(new float[] {0, 0, 0.25f, 0.25f, 0.5f, 0, 0.75f, 0.25f});

        assertThat(search.best(new PriorOverlap(new CornerBox(0.25f, 0, 0.5f, 0.25f)), 0))
                .as("touching both")
                .isZero();
        assertThat(search.best(new PriorOverlap(new CornerBox(0.25f, 0, 0.75f, 0.25f)), 0))
                .isEqualTo(0.5f);
    }
}
