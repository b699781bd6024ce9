package io.ssdlab.plugin.augmenters.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.plugin.augmenters.Rectangles;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is drawn, boxes lie on their objects, and no object that shows is without one. */
class ScaleJitterPropertyTest {

    private static final Preprocessing ORIGINAL = new Preprocessing(Preprocessing.ChannelOrder.BGR, 104, 117, 123, 1);

    @Property(tries = 300, seed = "7")
    void boxesLieOnTheirObjects(@ForAll long seed, @ForAll boolean keepAspectRatio, @ForAll Keep rule) {
        Sample sample = Rectangles.draw(1, new SplittableRandom(seed));
        Sample jittered =
                jitter(keepAspectRatio, new KeptObjects(rule, 0.1, 1)).augment(sample, new SplittableRandom(seed));

        Rectangles.assertInside(jittered);
        Rectangles.assertOnTheirObjects(jittered);
        assertThat(jittered.groundTruths())
                .extracting(GroundTruth::label)
                .isSubsetOf(
                        sample.groundTruths().stream().map(GroundTruth::label).toList())
                .doesNotHaveDuplicates();
    }

    @Property(tries = 100, seed = "7")
    void allThatShowsHasABox(@ForAll long seed, @ForAll boolean keepAspectRatio) {
        Sample sample = Rectangles.draw(1, new SplittableRandom(seed));
        Sample jittered = jitter(keepAspectRatio, new KeptObjects(Keep.VISIBLE, 0, 0))
                .augment(sample, new SplittableRandom(seed));

        Rectangles.assertAllThatShowIn(jittered, sample.groundTruths());
    }

    private static Augmenter jitter(boolean keepAspectRatio, KeptObjects objects) {
        return new ScaleJitter(
                new ScaleJitterConfig(1, 0.1, 3, keepAspectRatio, objects), new InputSize(75, 50), ORIGINAL);
    }
}
