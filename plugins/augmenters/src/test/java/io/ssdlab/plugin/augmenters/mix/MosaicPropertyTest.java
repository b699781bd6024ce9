package io.ssdlab.plugin.augmenters.mix;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.plugin.augmenters.Rectangles;
import io.ssdlab.plugin.augmenters.place.Keep;
import io.ssdlab.plugin.augmenters.place.KeptObjects;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.MixingAugmenter;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is drawn, boxes lie on their objects, and no object that shows is without one. */
class MosaicPropertyTest {

    private static final Preprocessing ORIGINAL = new Preprocessing(Preprocessing.ChannelOrder.BGR, 104, 117, 123, 1);

    @Property(tries = 300, seed = "7")
    void boxesLieOnTheirObjects(@ForAll long seed, @ForAll boolean keepAspectRatio, @ForAll Keep rule) {
        Four four = new Four(seed);
        Sample mixed = four.mixed(keepAspectRatio, new KeptObjects(rule, 0.1, 1), seed);

        Rectangles.assertInside(mixed);
        Rectangles.assertOnTheirObjects(mixed);
        assertThat(mixed.groundTruths())
                .extracting(GroundTruth::label)
                .isSubsetOf(four.objects().stream().map(GroundTruth::label).toList())
                .doesNotHaveDuplicates();
    }

    @Property(tries = 100, seed = "7")
    void allThatShowsHasABox(@ForAll long seed, @ForAll boolean keepAspectRatio) {
        Four four = new Four(seed);
        Sample mixed = four.mixed(keepAspectRatio, new KeptObjects(Keep.VISIBLE, 0, 0), seed);

        Rectangles.assertAllThatShowIn(mixed, four.objects());
    }

    /** Four samples of different labels. */
    private static final class Four {

        private final List<Sample> samples = new ArrayList<>();

        Four(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 4; i++) {
                samples.add(Rectangles.draw(1 + 9 * i, random));
            }
        }

        List<GroundTruth> objects() {
            return samples.stream()
                    .flatMap(sample -> sample.groundTruths().stream())
                    .toList();
        }

        Sample mixed(boolean keepAspectRatio, KeptObjects objects, long seed) {
            MixingAugmenter mosaic = new Mosaic(
                    new MosaicConfig(1, 0.5, 1.5, 0.1, keepAspectRatio, objects), new InputSize(75, 50), ORIGINAL);
            List<Sample> others = new ArrayList<>(samples.subList(1, 4));
            return mosaic.augment(samples.get(0), random -> others.remove(0), new SplittableRandom(seed));
        }
    }
}
