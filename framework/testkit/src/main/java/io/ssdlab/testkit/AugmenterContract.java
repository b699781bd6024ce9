package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every {@link Augmenter} must do. Extend it and give it yours:
 *
 * <pre>{@code
 * final class SepiaContractTest extends AugmenterContract {
 *     @Override
 *     protected Augmenter augmenter() {
 *         return new Sepia(new SepiaConfig(0.5));
 *     }
 * }
 * }</pre>
 *
 * <p>Every test runs with a number of seeds, so an augmenter that acts with a certain probability should be given one at
 * which it often does and often does not, such as a half.
 */
public abstract class AugmenterContract {

    private static final int SEEDS = 40;

    /** The augmenter under test; called for each test, and for some many times. */
    protected abstract Augmenter augmenter();

    /** Samples that augmenters must cope with: pictures and objects of unusual sizes and numbers. */
    static Stream<Named<Sample>> samples() {
        return Stream.of(
                        new Sample(
                                "usual",
                                picture(64, 48),
                                List.of(
                                        new GroundTruth(new CornerBox(0.1f, 0.2f, 0.5f, 0.9f), 1, false),
                                        new GroundTruth(new CornerBox(0.4f, 0.4f, 1, 1), 2, true),
                                        new GroundTruth(new CornerBox(0.4f, 0.4f, 1, 1), 2, true),
                                        new GroundTruth(new CornerBox(0, 0, 0.3f, 0.3f), 7, false))),
                        new Sample("no-objects", picture(64, 48), List.of()),
                        new Sample(
                                "object-of-one-pixel",
                                picture(64, 48),
                                List.of(new GroundTruth(new CornerBox(63f / 64, 47f / 48, 1, 1), 1, false))),
                        new Sample(
                                "object-of-the-whole-picture",
                                picture(64, 48),
                                List.of(new GroundTruth(new CornerBox(0, 0, 1, 1), 1, false))),
                        new Sample(
                                "objects-at-the-edges",
                                picture(64, 48),
                                List.of(
                                        new GroundTruth(new CornerBox(0, 0, 0.05f, 0.05f), 1, false),
                                        new GroundTruth(new CornerBox(0.95f, 0, 1, 1), 2, false),
                                        new GroundTruth(new CornerBox(0, 0.95f, 1, 1), 3, true))),
                        new Sample("hundreds-of-objects", picture(64, 48), manyObjects(500)),
                        new Sample(
                                "one-pixel",
                                picture(1, 1),
                                List.of(new GroundTruth(new CornerBox(0, 0, 1, 1), 3, false))),
                        new Sample("one-row", picture(97, 1), manyObjects(5)),
                        new Sample("one-column", picture(1, 97), manyObjects(5)))
                .map(sample -> Named.of(sample.imageId(), sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sameSeedGivesTheSameResult(Sample sample) {
        Augmenter augmenter = augmenter();
        for (int seed = 0; seed < SEEDS; seed++) {
            Sample first = augmenter.augment(sample, new SplittableRandom(seed));
            Sample second = augmenter.augment(sample, new SplittableRandom(seed));
            assertSame(second, first, "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void leavesTheGivenSampleAsItIs(Sample sample) {
        Augmenter augmenter = augmenter();
        byte[] pixels = sample.image().bgr().clone();
        for (int seed = 0; seed < SEEDS; seed++) {
            augmenter.augment(sample, new SplittableRandom(seed));
            assertThat(sample.image().bgr()).as("pixels given, seed %d", seed).isEqualTo(pixels);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void keepsTheImageId(Sample sample) {
        Augmenter augmenter = augmenter();
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(augmenter.augment(sample, new SplittableRandom(seed)).imageId())
                    .as("image id, seed %d", seed)
                    .isEqualTo(sample.imageId());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void boxesHaveAreaAndLieInTheImage(Sample sample) {
        Augmenter augmenter = augmenter();
        for (int seed = 0; seed < SEEDS; seed++) {
            for (GroundTruth object :
                    augmenter.augment(sample, new SplittableRandom(seed)).groundTruths()) {
                CornerBox box = object.box();
                assertThat(List.of(box.xMin(), box.yMin(), box.xMax(), box.yMax()))
                        .as("corners of %s, seed %d", box, seed)
                        .allMatch(Float::isFinite);
                assertThat(box.area()).as("area of %s, seed %d", box, seed).isPositive();
                assertThat(box.clipped())
                        .as("box cut to the image, seed %d", seed)
                        .isEqualTo(box);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void inventsNoObject(Sample sample) {
        Augmenter augmenter = augmenter();
        Map<Kind, Integer> given = kinds(sample);
        for (int seed = 0; seed < SEEDS; seed++) {
            kinds(augmenter.augment(sample, new SplittableRandom(seed)))
                    .forEach((kind, count) -> assertThat(count)
                            .as("objects of %s", kind)
                            .isLessThanOrEqualTo(given.getOrDefault(kind, 0)));
        }
    }

    /** An image whose pixels are computed when they are asked for must not depend on which of them are. */
    @ParameterizedTest
    @MethodSource("samples")
    void aPartOfTheImageIsThatOfTheWhole(Sample sample) {
        Augmenter augmenter = augmenter();
        for (int seed = 0; seed < SEEDS; seed++) {
            Image image = augmenter.augment(sample, new SplittableRandom(seed)).image();
            SplittableRandom places = new SplittableRandom(seed);
            int left = places.nextInt(image.width());
            int top = places.nextInt(image.height());
            int width = 1 + places.nextInt(image.width() - left);
            int height = 1 + places.nextInt(image.height() - top);
            byte[] part = image.region(left, top, width, height).bgr();
            byte[] whole = image.bgr();
            assertThat(part)
                    .as("%d x %d pixels at (%d, %d), seed %d", width, height, left, top, seed)
                    .isEqualTo(new Image(image.width(), image.height(), whole)
                            .region(left, top, width, height)
                            .bgr());
        }
    }

    @Test
    void earlierCallsChangeNothing() {
        List<Call> calls = calls();
        List<Sample> alone = calls.stream().map(call -> call.on(augmenter())).toList();
        Augmenter shared = augmenter();
        for (int i = calls.size() - 1; i >= 0; i--) {
            assertSame(calls.get(i).on(shared), alone.get(i), calls.get(i).toString());
        }
    }

    /** A batch holds many samples at once: a buffer that is used again would show in all of them. */
    @Test
    void earlierResultsStayAsTheyAre() {
        Augmenter augmenter = augmenter();
        Sample sample = samples().findFirst().orElseThrow().getPayload();
        List<Sample> results = new ArrayList<>();
        List<byte[]> pixels = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Sample result = augmenter.augment(sample, new SplittableRandom(seed));
            results.add(result);
            pixels.add(result.image().bgr().clone());
        }
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(results.get(seed).image().bgr())
                    .as("pixels of seed %d after later calls", seed)
                    .isEqualTo(pixels.get(seed));
        }
    }

    @Test
    void callsAtTheSameTimeGiveWhatCallsInTurnGive() throws Exception {
        Augmenter shared = augmenter();
        List<Call> calls = calls();
        List<Callable<Sample>> tasks = new ArrayList<>();
        calls.forEach(call -> tasks.add(() -> call.on(shared)));
        List<Sample> atTheSameTime = SeveralThreads.resultsOf(tasks);
        for (int i = 0; i < calls.size(); i++) {
            assertSame(
                    atTheSameTime.get(i), calls.get(i).on(shared), calls.get(i).toString());
        }
    }

    /** All samples with all seeds, no two neighbours of the same sample. */
    private static List<Call> calls() {
        List<Sample> samples = samples().map(Named::getPayload).toList();
        return IntStream.range(0, SEEDS)
                .boxed()
                .flatMap(seed -> samples.stream().map(sample -> new Call(sample, seed)))
                .toList();
    }

    private record Call(Sample sample, int seed) {

        Sample on(Augmenter augmenter) {
            return augmenter.augment(sample, new SplittableRandom(seed));
        }

        @Override
        public String toString() {
            return "sample %s, seed %d".formatted(sample.imageId(), seed);
        }
    }

    private record Kind(int label, boolean difficult) {}

    private static Map<Kind, Integer> kinds(Sample sample) {
        Map<Kind, Integer> kinds = new HashMap<>();
        sample.groundTruths()
                .forEach(object -> kinds.merge(new Kind(object.label(), object.difficult()), 1, Integer::sum));
        return kinds;
    }

    private static void assertSame(Sample actual, Sample expected, String seed) {
        assertThat(actual.image().width())
                .as("width, %s", seed)
                .isEqualTo(expected.image().width());
        assertThat(actual.image().height())
                .as("height, %s", seed)
                .isEqualTo(expected.image().height());
        assertThat(actual.image().bgr())
                .as("pixels, %s", seed)
                .isEqualTo(expected.image().bgr());
        assertThat(actual.groundTruths()).as("objects, %s", seed).isEqualTo(expected.groundTruths());
    }

    /** Every pixel differs from its neighbours, so that a lost row or a swapped channel shows. */
    private static Image picture(int width, int height) {
        byte[] bgr = new byte[width * height * 3];
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) (i * 37 + i / 3 * 11);
        }
        return new Image(width, height, bgr);
    }

    private static List<GroundTruth> manyObjects(int count) {
        SplittableRandom random = new SplittableRandom(count);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    float x = random.nextFloat() * 0.9f;
                    float y = random.nextFloat() * 0.9f;
                    float side = 0.01f + random.nextFloat() * 0.09f;
                    return new GroundTruth(new CornerBox(x, y, x + side, y + side), 1 + i % 20, i % 7 == 0);
                })
                .toList();
    }
}
