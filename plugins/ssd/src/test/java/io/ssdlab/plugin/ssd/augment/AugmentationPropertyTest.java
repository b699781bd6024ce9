package io.ssdlab.plugin.ssd.augment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever is drawn, boxes stay inside their picture and on their objects. The objects are plain rectangles, each in the
 * colour of its label, so that a label on the wrong box shows.
 */
class AugmentationPropertyTest {

    private static final Preprocessing ORIGINAL = new Preprocessing(Preprocessing.ChannelOrder.BGR, 104, 117, 123, 1);
    private static final Optional<Double> NONE = Optional.empty();
    private static final int CELLS = 3;

    private final Augmenter colours =
            new ColourDistortion(new ColourDistortionConfig(0.5, 32, 0.5, 0.5, 1.5, 0.5, 0.5, 1.5, 0.5, 18, false));
    private final Augmenter expansion = new Expansion(new ExpansionConfig(1, 4, false), ORIGINAL);
    private final Augmenter crops = new BatchSampler(new BatchSamplerConfig(
            List.of(sampler(Optional.of(0.1), NONE), sampler(Optional.of(0.5), NONE), sampler(NONE, Optional.of(1.0))),
            false));
    private final Augmenter resize =
            new Resize(new ResizeConfig(List.of(Interpolation.values())), new InputSize(75, 50));
    private final Augmenter flip = new HorizontalFlip(new HorizontalFlipConfig(1));

    @Property(tries = 150, seed = "7")
    void coloursLeaveObjectsAndSizeAlone(@ForAll("samples") Sample sample, @ForAll long seed) {
        Sample distorted = colours.augment(sample, new SplittableRandom(seed));

        assertThat(distorted.groundTruths()).isEqualTo(sample.groundTruths());
        assertThat(distorted.image().width()).isEqualTo(sample.image().width());
        assertThat(distorted.image().height()).isEqualTo(sample.image().height());
    }

    @Property(tries = 150, seed = "7")
    void expansionKeepsEveryObject(@ForAll("samples") Sample sample, @ForAll long seed) {
        Sample expanded = expansion.augment(sample, new SplittableRandom(seed));

        assertThat(labels(expanded)).isEqualTo(labels(sample));
        assertInside(expanded);
        assertOnTheirObjects(expanded, 6);
    }

    @Property(tries = 300, seed = "7")
    void cropsKeepSomeObjects(@ForAll("samples") Sample sample, @ForAll long seed) {
        Sample cropped = crops.augment(sample, new SplittableRandom(seed));

        assertThat(labels(cropped)).isSubsetOf(labels(sample)).doesNotHaveDuplicates();
        assertInside(cropped);
        assertOnTheirObjects(cropped, 6);
    }

    @Property(tries = 150, seed = "7")
    void resizingKeepsEveryObject(@ForAll("samples") Sample sample, @ForAll long seed) {
        Sample resized = resize.augment(sample, new SplittableRandom(seed));

        assertThat(resized.groundTruths()).isEqualTo(sample.groundTruths());
        assertThat(resized.image().width()).isEqualTo(75);
        assertThat(resized.image().height()).isEqualTo(50);
        // In the middle of these no interpolation reaches beyond the edges of the object.
        List<GroundTruth> large = sample.groundTruths().stream()
                .filter(object -> isLarge(object, sample.image()))
                .toList();
        assertOnTheirObjects(new Sample("a", resized.image(), large), 1);
    }

    @Property(tries = 150, seed = "7")
    void flippingKeepsEveryObject(@ForAll("samples") Sample sample, @ForAll long seed) {
        Sample flipped = flip.augment(sample, new SplittableRandom(seed));

        assertThat(labels(flipped)).isEqualTo(labels(sample));
        assertInside(flipped);
        assertOnTheirObjects(flipped, 1);
    }

    @Property(tries = 150, seed = "7")
    void allInTheOriginalsOrder(@ForAll("samples") Sample sample, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Sample augmented = sample;
        for (Augmenter augmenter : List.of(colours, expansion, crops, resize, flip)) {
            augmented = augmenter.augment(augmented, random);
        }

        assertThat(labels(augmented)).isSubsetOf(labels(sample)).doesNotHaveDuplicates();
        assertInside(augmented);
        assertThat(augmented.image().bgr()).hasSize(75 * 50 * 3);
    }

    /** Colours are changed and canvases made only where a crop keeps them, which must not show. */
    @Property(tries = 150, seed = "7")
    void pixelsAreTheSameWhetherOrNotTheyAreReadInBetween(@ForAll("samples") Sample sample, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom sameRandom = new SplittableRandom(seed);
        Sample augmented = sample;
        Sample read = sample;
        for (Augmenter augmenter : List.of(colours, expansion, crops, resize, flip)) {
            augmented = augmenter.augment(augmented, random);
            read = augmenter.augment(read, sameRandom);
            read.image().bgr();
        }

        assertThat(augmented.image().bgr()).isEqualTo(read.image().bgr());
    }

    private static boolean isLarge(GroundTruth object, Image image) {
        PixelBox box = PixelBox.of(object.box(), image.width(), image.height());
        return Math.min(box.width(), box.height()) >= 12;
    }

    private static List<String> labels(Sample sample) {
        return sample.groundTruths().stream()
                .map(object -> object.label() + (object.difficult() ? " difficult" : ""))
                .toList();
    }

    private static void assertInside(Sample sample) {
        assertThat(sample.groundTruths()).allSatisfy(object -> {
            assertThat(object.box().area()).isPositive();
            assertThat(object.box()).isEqualTo(object.box().clipped());
        });
    }

    /** The pixel at the middle of each box of at least {@code side} pixels has the colour of the label. */
    private static void assertOnTheirObjects(Sample sample, int side) {
        Image image = sample.image();
        for (GroundTruth object : sample.groundTruths()) {
            PixelBox box = PixelBox.of(object.box(), image.width(), image.height());
            if (box.width() >= side && box.height() >= side) {
                int x = (int) ((box.xMin() + box.xMax()) / 2);
                int y = (int) ((box.yMin() + box.yMax()) / 2);
                for (int channel = 0; channel < 3; channel++) {
                    assertThat(image.value(x, y, channel))
                            .as("channel %d in the middle of %s", channel, object)
                            .isEqualTo(colour(object.label(), channel));
                }
            }
        }
    }

    private static int colour(int label, int channel) {
        return channel == 0 ? 20 * label : channel == 1 ? 255 - 20 * label : 5 + 120 * (label % 2);
    }

    private static CropSamplerConfig sampler(Optional<Double> minIou, Optional<Double> maxIou) {
        return new CropSamplerConfig(0.3, 1, 0.5, 2, minIou, maxIou, 50);
    }

    /** Pictures of up to nine objects, each somewhere in a cell of its own, of nine labels. */
    @Provide
    Arbitrary<Sample> samples() {
        Arbitrary<Integer> side = Arbitraries.integers().between(CELLS, 90);
        Arbitrary<List<Integer>> cells = Arbitraries.integers()
                .between(0, CELLS * CELLS - 1)
                .set()
                .ofMaxSize(CELLS * CELLS)
                .map(List::copyOf);
        return Combinators.combine(side, side, cells, Arbitraries.longs())
                .as((width, height, chosen, seed) -> sample(width, height, chosen, new SplittableRandom(seed)));
    }

    private static Sample sample(int width, int height, List<Integer> cells, SplittableRandom random) {
        byte[] bgr = new byte[width * height * 3];
        List<GroundTruth> objects = new ArrayList<>();
        for (int cell : cells) {
            int[] columns = part(width / CELLS, cell % CELLS, random);
            int[] rows = part(height / CELLS, cell / CELLS, random);
            int label = cell + 1;
            IntStream.range(rows[0], rows[1])
                    .forEach(y -> IntStream.range(columns[0], columns[1])
                            .forEach(x -> paint(bgr, 3 * (y * width + x), label)));
            CornerBox box = new CornerBox(
                    (float) columns[0] / width,
                    (float) rows[0] / height,
                    (float) columns[1] / width,
                    (float) rows[1] / height);
            objects.add(new GroundTruth(box, label, random.nextBoolean()));
        }
        return new Sample("a", new Image(width, height, bgr), objects);
    }

    /** From one pixel to another within a cell. */
    private static int[] part(int length, int cell, SplittableRandom random) {
        int from = random.nextInt(length);
        int to = from + 1 + random.nextInt(length - from);
        return new int[] {cell * length + from, cell * length + to};
    }

    private static void paint(byte[] bgr, int at, int label) {
        for (int channel = 0; channel < 3; channel++) {
            bgr[at + channel] = (byte) colour(label, channel);
        }
    }
}
