package io.ssdlab.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.core.data.image.InputEncoder;
import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.detect.BoxCoding;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.MixingAugmenter;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.spi.model.Preprocessing.ChannelOrder;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.SourceMap;
import io.ssdlab.spi.training.Matcher;
import io.ssdlab.spi.training.Matching;
import io.ssdlab.spi.training.PredictionMatcher;
import io.ssdlab.spi.training.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BatchLoaderTest {

    private static final InputSize INPUT = new InputSize(16, 16);
    private static final Preprocessing PIXELS = new Preprocessing(ChannelOrder.BGR, 10, 20, 30, 0.5f);
    private static final PriorBoxes PRIORS =
            GridPriors.ofSide(0.4f).generate(List.of(new SourceMap("map", 8, 4, 4)), INPUT);

    /** Darkens by a random amount, so that a batch shows whether its samples drew from their own streams. */
    private static final TargetEncoder TARGETS = new TargetEncoder(new BoxCoder(PRIORS, BoxCoding.CENTRE_SIZE));

    private static final Augmenter DARKEN = (sample, random) -> {
        byte[] bgr = sample.image().bgr().clone();
        int amount = random.nextInt(100);
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) Math.max(0, (bgr[i] & 0xff) - amount);
        }
        return new Sample(
                sample.imageId(),
                new Image(sample.image().width(), sample.image().height(), bgr),
                sample.groundTruths());
    };

    @TempDir
    Path folder;

    @Test
    void threadsAndPrefetchDoNotChangeTheBatches() {
        List<AnnotatedImage> images = ColouredSquares.in(folder, 7);
        List<TrainingBatch> expected = batches(images, 1, 1, 0, 6);
        List<TrainingBatch> actual = batches(images, 4, 5, 0, 6);
        for (int i = 0; i < expected.size(); i++) {
            assertSame(actual.get(i), expected.get(i));
        }
    }

    @Test
    void aLaterStartYieldsTheLaterBatches() {
        List<AnnotatedImage> images = ColouredSquares.in(folder, 7);
        List<TrainingBatch> all = batches(images, 2, 2, 0, 6);
        List<TrainingBatch> resumed = batches(images, 2, 2, 4, 2);
        assertSame(resumed.get(0), all.get(4));
        assertSame(resumed.get(1), all.get(5));
    }

    @Test
    void encodesObjectsBackgroundAndIgnored() {
        List<AnnotatedImage> images = ColouredSquares.in(folder, 7);
        TrainingBatch batch = batches(images, 2, 2, 0, 1).get(0);
        Targets targets = batch.targets();
        assertThat(batch.pixels()).hasSize(3 * 16 * 16 * 3);
        assertThat(new HashSet<>(batch.imageIds())).hasSize(3);
        for (int slot = 0; slot < 3; slot++) {
            String id = batch.imageIds().get(slot);
            AnnotatedImage image = images.stream()
                    .filter(candidate -> candidate.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            int label = image.objects().get(0).label();
            int[] labels = Arrays.copyOfRange(targets.labels(), slot * PRIORS.size(), (slot + 1) * PRIORS.size());
            assertThat(Arrays.stream(labels).filter(l -> l > 0)).allMatch(l -> l == label);
            for (int prior = 0; prior < labels.length; prior++) {
                float[] offsets = Arrays.copyOfRange(
                        targets.offsets(), 4 * (slot * PRIORS.size() + prior), 4 * (slot * PRIORS.size() + prior + 1));
                boolean encoded = offsets[2] != 0;
                assertThat(encoded).isEqualTo(labels[prior] > 0);
            }
        }
        assertThat(Arrays.stream(targets.labels()).filter(l -> l == Targets.IGNORED))
                .isNotEmpty();
    }

    @Test
    void keepsWhatTheSamplesBecame() {
        TrainingBatch batch = batches(ColouredSquares.in(folder, 7), 2, 2, 0, 1).get(0);

        assertThat(batch.samples()).extracting(EncodedSample::imageId).isEqualTo(batch.imageIds());
        for (int slot = 0; slot < 3; slot++) {
            EncodedSample sample = batch.samples().get(slot);
            assertThat(sample.objects()).hasSize(1);
            for (int prior = 0; prior < PRIORS.size(); prior++) {
                int label = batch.targets().labels()[slot * PRIORS.size() + prior];
                int expected = label > 0 ? 0 : label == Targets.IGNORED ? Matching.IGNORED : Matching.BACKGROUND;
                assertThat(sample.matching().orElseThrow().assignments()[prior]).isEqualTo(expected);
            }
        }
    }

    @Test
    void leavesDifficultObjectsOutIfTold() {
        List<AnnotatedImage> images = ColouredSquares.in(folder, 5).subList(4, 5);
        SampleEncoder encoder = encoder(new AugmentedSamples(images, List.of(), false), GridPriors.matcher());
        try (BatchLoader loader = new BatchLoader(encoder, new RandomStreams(1), 1, 1, 1, 0)) {
            assertThat(loader.next().targets().labels()).containsOnly(0);
        }
    }

    @Test
    void mixesSamplesThatWentTheWayBeforeTheMixing() {
        List<AnnotatedImage> images = ColouredSquares.in(folder, 7);
        List<Sample> drawn = Collections.synchronizedList(new ArrayList<>());
        Augmenter rename =
                (sample, random) -> new Sample(sample.imageId() + " renamed", sample.image(), sample.groundTruths());
        MixingAugmenter join = (sample, others, random) -> {
            Sample other = others.draw(random);
            drawn.add(other);
            return new Sample(
                    sample.imageId() + " with " + other.imageId(),
                    sample.image(),
                    Stream.concat(sample.groundTruths().stream(), other.groundTruths().stream())
                            .toList());
        };
        Augmenter once =
                (sample, random) -> new Sample(sample.imageId() + " once", sample.image(), sample.groundTruths());
        SampleEncoder encoder =
                encoder(new AugmentedSamples(images, List.of(rename, join, once), true), GridPriors.matcher());

        List<TrainingBatch> batches = batches(encoder, 1, 1, 0, 20);
        List<String> ids =
                batches.stream().flatMap(batch -> batch.imageIds().stream()).toList();

        assertThat(ids).allMatch(id -> id.matches("square\\d renamed with square\\d renamed once"));
        assertThat(drawn)
                .extracting(Sample::imageId)
                .containsAll(
                        images.stream().map(image -> image.id() + " renamed").toList());
        assertThat(batches(encoder, 3, 4, 0, 20))
                .flatExtracting(TrainingBatch::imageIds)
                .as("on more threads")
                .isEqualTo(ids);
        assertThat(batches(encoder, 2, 2, 11, 9))
                .flatExtracting(TrainingBatch::imageIds)
                .as("resumed")
                .isEqualTo(ids.subList(33, 60));
    }

    @Test
    void leavesAMatcherThatLooksAtPredictionsForLater() {
        PredictionMatcher never = (priors, groundTruths, predicted) -> {
            throw new AssertionError("there are no predictions yet");
        };
        TrainingBatch batch = batches(
                        encoder(new AugmentedSamples(ColouredSquares.in(folder, 3), List.of(), true), never),
                        2,
                        2,
                        0,
                        1)
                .get(0);

        assertThat(batch.samples()).allMatch(sample -> sample.matching().isEmpty());
        assertThat(batch.targets().labels()).containsOnly(0);
    }

    @Test
    void handsOnWhatALoaderThreadFoundWrong() throws IOException {
        List<AnnotatedImage> images = ColouredSquares.in(folder, 3);
        Files.writeString(images.get(1).file(), "no picture");
        assertThatThrownBy(() -> batches(images, 2, 2, 0, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("square1");
    }

    private static List<TrainingBatch> batches(
            List<AnnotatedImage> images, int threads, int prefetch, long first, int count) {
        SampleEncoder encoder = encoder(new AugmentedSamples(images, List.of(DARKEN), true), GridPriors.matcher());
        return batches(encoder, threads, prefetch, first, count);
    }

    private static SampleEncoder encoder(AugmentedSamples samples, Matcher matcher) {
        return new SampleEncoder(samples, matcher, TARGETS, new InputEncoder(INPUT, PIXELS));
    }

    private static List<TrainingBatch> batches(
            SampleEncoder encoder, int threads, int prefetch, long first, int count) {
        List<TrainingBatch> batches = new ArrayList<>();
        try (BatchLoader loader = new BatchLoader(encoder, new RandomStreams(3), 3, threads, prefetch, first)) {
            for (int i = 0; i < count; i++) {
                batches.add(loader.next());
            }
            assertThat(loader.waited().isNegative()).isFalse();
        }
        return batches;
    }

    private static void assertSame(TrainingBatch actual, TrainingBatch expected) {
        assertThat(actual.imageIds()).isEqualTo(expected.imageIds());
        assertThat(actual.pixels()).isEqualTo(expected.pixels());
        assertThat(actual.targets().labels()).isEqualTo(expected.targets().labels());
        assertThat(actual.targets().offsets()).isEqualTo(expected.targets().offsets());
    }
}
