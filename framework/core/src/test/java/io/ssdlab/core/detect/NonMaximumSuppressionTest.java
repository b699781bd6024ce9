package io.ssdlab.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.ssdlab.spi.box.CornerBox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NonMaximumSuppressionTest {

    @Test
    void keepsWhatTheOriginalKeeps() {
        JsonNode golden = Golden.read("nms.json");
        assertThat(golden.get("cases")).isNotEmpty();
        for (JsonNode scene : golden.get("cases")) {
            float[] scores = Golden.floats(scene.get("scores"));
            float scoreThreshold = (float) scene.get("score_threshold").asDouble();
            TopCandidates candidates = new TopCandidates(scene.get("top_k").asInt(), scores.length);
            for (int i = 0; i < scores.length; i++) {
                if (scores[i] > scoreThreshold) {
                    candidates.offer(i, scores[i]);
                }
            }
            int[] ranked = new int[scores.length];
            int count = candidates.rank(ranked, new float[scores.length]);
            NonMaximumSuppression suppression =
                    new NonMaximumSuppression((float) scene.get("nms_threshold").asDouble(), (float)
                            scene.get("eta").asDouble());

            int kept = suppression.suppress(Golden.boxes(scene.get("boxes")), ranked, count);

            int[] expected = IntStream.range(0, scene.get("keep").size())
                    .map(i -> scene.get("keep").get(i).asInt())
                    .toArray();
            assertThat(Arrays.copyOf(ranked, kept))
                    .as(scene.get("name").asText())
                    .containsExactly(expected);
        }
    }

    @Property(seed = "1")
    void agreesWithTheDefinition(
            @ForAll long seed,
            @ForAll @IntRange(max = 60) int boxes,
            @ForAll @FloatRange(max = 1) float threshold,
            @ForAll @FloatRange(min = 0.5f, max = 1) float eta) {
        float[] corners = boxes(seed, boxes);
        int[] ranked = IntStream.range(0, boxes).toArray();

        int kept = new NonMaximumSuppression(threshold, eta).suppress(corners, ranked, boxes);

        assertThat(Arrays.stream(ranked).limit(kept).boxed().toList())
                .isEqualTo(literally(corners, boxes, threshold, eta));
    }

    @Property(seed = "1")
    void aSecondPassKeepsAll(
            @ForAll long seed, @ForAll @IntRange(max = 60) int boxes, @ForAll @FloatRange(max = 1) float threshold) {
        float[] corners = boxes(seed, boxes);
        int[] ranked = IntStream.range(0, boxes).toArray();
        NonMaximumSuppression suppression = new NonMaximumSuppression(threshold);

        int kept = suppression.suppress(corners, ranked, boxes);
        int[] first = Arrays.copyOf(ranked, kept);

        assertThat(suppression.suppress(corners, ranked, kept)).isEqualTo(kept);
        assertThat(Arrays.copyOf(ranked, kept)).isEqualTo(first);
    }

    /** Shuffled boxes with scores of their own, none of them equal: the same boxes stay, in the same order. */
    @Property(seed = "1")
    void theOrderOfTheBoxesDoesNotMatter(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int boxes,
            @ForAll @FloatRange(max = 1) float threshold,
            @ForAll @FloatRange(min = 0.5f, max = 1) float eta) {
        float[] corners = boxes(seed, boxes);
        List<Integer> places = new ArrayList<>(IntStream.range(0, boxes).boxed().toList());
        Collections.shuffle(places, new Random(seed + 1));
        float[] shuffled = new float[4 * boxes];
        float[] scores = new float[boxes];
        float[] shuffledScores = new float[boxes];
        for (int i = 0; i < boxes; i++) {
            scores[i] = (i * 37 % 61 + 1) / 64f;
            shuffledScores[places.get(i)] = scores[i];
            System.arraycopy(corners, 4 * i, shuffled, 4 * places.get(i), 4);
        }
        NonMaximumSuppression suppression = new NonMaximumSuppression(threshold, eta);

        List<Integer> kept = kept(suppression, corners, scores);

        assertThat(kept(suppression, shuffled, shuffledScores))
                .isEqualTo(kept.stream().map(places::get).toList());
    }

    private static List<Integer> kept(NonMaximumSuppression suppression, float[] corners, float[] scores) {
        TopCandidates candidates = new TopCandidates(scores.length, scores.length);
        for (int i = 0; i < scores.length; i++) {
            candidates.offer(i, scores[i]);
        }
        int[] ranked = new int[scores.length];
        int count = candidates.rank(ranked, new float[scores.length]);
        int kept = suppression.suppress(corners, ranked, count);
        return Arrays.stream(ranked).limit(kept).boxed().toList();
    }

    /** Coarse coordinates, so that boxes touch, coincide, are empty and inverted. */
    private static float[] boxes(long seed, int count) {
        Random random = new Random(seed);
        float[] corners = new float[4 * count];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = random.nextInt(9) / 8f;
        }
        return corners;
    }

    private static List<Integer> literally(float[] corners, int boxes, float threshold, float eta) {
        List<Integer> kept = new ArrayList<>();
        float adaptive = threshold;
        for (int candidate = 0; candidate < boxes; candidate++) {
            CornerBox box = box(corners, candidate);
            boolean keep = true;
            for (int other : kept) {
                keep &= box.intersectionOverUnion(box(corners, other)) <= adaptive;
            }
            if (keep) {
                kept.add(candidate);
                if (eta < 1 && adaptive > 0.5f) {
                    adaptive *= eta;
                }
            }
        }
        return kept;
    }

    private static CornerBox box(float[] corners, int box) {
        return new CornerBox(corners[4 * box], corners[4 * box + 1], corners[4 * box + 2], corners[4 * box + 3]);
    }

    @Test
    void etaTightensTheThresholdAfterEachKeptBox() {
        // IoU of the second with the first: 0.8, of the third with the first: 0.6, with the second: 0.75.
        float[] corners = {0, 0, 1, 1, 0, 0, 1, 0.8f, 0, 0, 1, 0.6f};
        assertThat(new NonMaximumSuppression(0.9f).suppress(corners, new int[] {0, 1, 2}, 3))
                .isEqualTo(3);
        assertThat(new NonMaximumSuppression(0.9f, 0.9f).suppress(corners, new int[] {0, 1, 2}, 3))
                .isEqualTo(2);
    }

    @Test
    void refusesThresholdsOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NonMaximumSuppression(1.1f));
        assertThatIllegalArgumentException().isThrownBy(() -> new NonMaximumSuppression(Float.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new NonMaximumSuppression(0.5f, 0));
    }
}
