package io.ssdlab.plugin.augmenters.erase;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.plugin.augmenters.Pictures;
import io.ssdlab.plugin.augmenters.RandomSamples;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.Preprocessing;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Whatever is drawn, holes lie where they are looked for and nothing else changes. */
class ErasingPropertyTest {

    private static final Preprocessing ORIGINAL = new Preprocessing(Preprocessing.ChannelOrder.BGR, 104, 117, 123, 1);

    @Property(tries = 200, seed = "7")
    void erasingKeepsObjectsAndWhatLiesOutsideThem(
            @ForAll("samples") Sample sample, @ForAll long seed, @ForAll Fill fill) {
        Augmenter erasing =
                new RandomErasing(new RandomErasingConfig(0.7, Within.OBJECTS, 0.02, 0.9, 0.3, 3.3, fill), ORIGINAL);
        Sample erased = erasing.augment(sample, new SplittableRandom(seed));

        assertThat(erased.groundTruths()).isEqualTo(sample.groundTruths());
        Image image = sample.image();
        List<PixelArea> objects = sample.groundTruths().stream()
                .map(object -> PixelArea.of(object.box(), image))
                .toList();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                if (!Pictures.same(image, erased.image(), x, y)) {
                    int column = x;
                    int row = y;
                    assertThat(objects).anyMatch(area -> holds(area, column, row));
                }
            }
        }
    }

    @Property(tries = 200, seed = "7")
    void aHoleLeavesSomethingOfThePicture(@ForAll("samples") Sample sample, @ForAll long seed) {
        Augmenter erasing =
                new RandomErasing(new RandomErasingConfig(1, Within.IMAGE, 0.02, 1, 0.3, 3.3, Fill.MEAN), ORIGINAL);
        PixelArea hole = ChangedPixels.around(
                sample.image(),
                erasing.augment(sample, new SplittableRandom(seed)).image());

        assertThat(hole.width()).isLessThan(Math.max(2, sample.image().width()));
        assertThat(hole.height()).isLessThan(Math.max(2, sample.image().height()));
    }

    @Property(tries = 200, seed = "7")
    void cutOutHidesNoMoreThanItsHoles(
            @ForAll("samples") Sample sample,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int holes,
            @ForAll @DoubleRange(min = 0.01, max = 2) double size) {
        Augmenter cutOut = new CutOut(new CutOutConfig(1, holes, size, Fill.MEAN), ORIGINAL);
        Sample cut = cutOut.augment(sample, new SplittableRandom(seed));

        assertThat(cut.groundTruths()).isEqualTo(sample.groundTruths());
        Image image = sample.image();
        int side = (int) Math.max(1, Math.round(size * Math.min(image.width(), image.height())));
        int changed = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                changed += Pictures.same(image, cut.image(), x, y) ? 0 : 1;
            }
        }
        assertThat(changed).isLessThanOrEqualTo(holes * side * side);
    }

    private static boolean holds(PixelArea area, int x, int y) {
        return x >= area.left() && x < area.right() && y >= area.top() && y < area.bottom();
    }

    @Provide
    Arbitrary<Sample> samples() {
        return RandomSamples.upTo(40);
    }
}
