package io.ssdlab.core.detect;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.PriorBoxes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * From the predictions for an image to its detections, on the host: scores, a score threshold, the best candidates of
 * each class, non-maximum suppression by class, the best over all classes (paper section 2.2 and 3.1; the original's
 * DetectionOutput layer, CPU path).
 *
 * <p>Immutable; several threads may work on the images of a batch, or on parts of one image, at once: {@link
 * ParallelDetectionOutput}.
 */
public final class DetectionOutput {

    private final PriorBoxes priors;
    private final BoxCoder coder;
    private final int classes;
    private final DetectionThresholds thresholds;
    private final ScoreFunction scoreFunction;
    private final NonMaximumSuppression suppression;

    /**
     * With the original's scores, a softmax.
     *
     * @param classes without the background
     */
    public DetectionOutput(BoxCoder coder, int classes, DetectionThresholds thresholds) {
        this(coder, classes, thresholds, ScoreFunction.SOFTMAX);
    }

    /** @param classes without the background */
    public DetectionOutput(BoxCoder coder, int classes, DetectionThresholds thresholds, ScoreFunction scoreFunction) {
        if (classes < 1) {
            throw new IllegalArgumentException("detection of " + classes + " classes");
        }
        this.priors = coder.priors();
        this.coder = coder;
        this.classes = classes;
        this.thresholds = thresholds;
        this.scoreFunction = scoreFunction;
        this.suppression = new NonMaximumSuppression(thresholds.iouThreshold());
    }

    /**
     * The detections of one image: by label ascending, then by score descending, equal scores by prior.
     *
     * @param classLogits {@code [batch, priors, 1 + classes]}, background first, before softmax or sigmoids; read only
     * @param boxOffsets {@code [batch, priors, 4]}; read only
     * @param image the index of the image in the batch
     * @return normalised and not clipped; empty if nothing passes the threshold
     * @throws ArithmeticException if a prediction is not a number: the training has diverged
     */
    public List<DetectedBox> detect(float[] classLogits, float[] boxOffsets, int image) {
        requireImage(classLogits, boxOffsets, image);
        return select(candidates(classLogits, image, 0, priors.size()), boxOffsets, image);
    }

    /** The best of each class among the prior boxes from {@code first} up to, not including, {@code end}. */
    TopCandidates[] candidates(float[] classLogits, int image, int first, int end) {
        int values = 1 + classes;
        TopCandidates[] candidates = newCandidates(end - first);
        PriorScores scores = scoreFunction.scores(values, thresholds.scoreThreshold());
        for (int prior = first; prior < end; prior++) {
            if (scores.load(classLogits, (image * priors.size() + prior) * values)) {
                for (int label = 1; label <= classes; label++) {
                    offer(candidates, label, prior, scores.score(label));
                }
            }
        }
        return candidates;
    }

    /** The best of one class among those of several parts of the prior boxes. */
    TopCandidates merged(List<TopCandidates[]> parts, int label) {
        TopCandidates merged = new TopCandidates(thresholds.candidatesPerClass(), priors.size());
        parts.forEach(part -> merged.offerAll(part[label - 1]));
        return merged;
    }

    TopCandidates[] newCandidates(int population) {
        TopCandidates[] candidates = new TopCandidates[classes];
        Arrays.setAll(candidates, label -> new TopCandidates(thresholds.candidatesPerClass(), population));
        return candidates;
    }

    void offer(TopCandidates[] candidates, int label, int prior, float score) {
        if (score > thresholds.scoreThreshold()) {
            candidates[label - 1].offer(prior, score);
        }
    }

    /** Decodes and suppresses class by class, then keeps the best of the image. */
    List<DetectedBox> select(TopCandidates[] candidates, float[] boxOffsets, int image) {
        return best(suppressed(label -> candidates[label - 1], 1, classes, boxOffsets, image));
    }

    /** The boxes of the labels from {@code first} to {@code last} that stay, by label and score. */
    List<DetectedBox> suppressed(
            IntFunction<TopCandidates> candidates, int first, int last, float[] boxOffsets, int image) {
        float[] corners = new float[4 * priors.size()];
        boolean[] decoded = new boolean[priors.size()];
        float[] scores = new float[priors.size()];
        int[] ranked = new int[Math.min(thresholds.candidatesPerClass(), priors.size())];
        List<DetectedBox> kept = new ArrayList<>();
        for (int label = first; label <= last; label++) {
            int count = candidates.apply(label).rank(ranked, scores);
            for (int rank = 0; rank < count; rank++) {
                decodeOnce(boxOffsets, image, ranked[rank], corners, decoded);
            }
            int stay = suppression.suppress(corners, ranked, count);
            for (int rank = 0; rank < stay; rank++) {
                int at = 4 * ranked[rank];
                CornerBox box = new CornerBox(corners[at], corners[at + 1], corners[at + 2], corners[at + 3]);
                kept.add(new DetectedBox(label, scores[ranked[rank]], box));
            }
        }
        return kept;
    }

    private void decodeOnce(float[] boxOffsets, int image, int prior, float[] corners, boolean[] decoded) {
        if (decoded[prior]) {
            return;
        }
        int at = 4 * prior;
        coder.decode(boxOffsets, 4 * image * priors.size() + at, prior, corners, at);
        decoded[prior] = true;
        if (Float.isNaN(corners[at] + corners[at + 1])) {
            throw new ArithmeticException("the box offsets of prior " + prior + " are not numbers");
        }
    }

    /** The best rows of an image in the order given, which is by label and score. */
    List<DetectedBox> best(List<DetectedBox> rows) {
        if (rows.size() <= thresholds.detectionsPerImage()) {
            return List.copyOf(rows);
        }
        TopCandidates best = new TopCandidates(thresholds.detectionsPerImage(), rows.size());
        for (int row = 0; row < rows.size(); row++) {
            best.offer(row, rows.get(row).score());
        }
        int[] indices = new int[thresholds.detectionsPerImage()];
        best.rank(indices, new float[rows.size()]);
        return Arrays.stream(indices).sorted().mapToObj(rows::get).toList();
    }

    int priorCount() {
        return priors.size();
    }

    int classes() {
        return classes;
    }

    /** @throws IllegalArgumentException if the arrays do not hold that image */
    void requireImage(float[] classLogits, float[] boxOffsets, int image) {
        requireImage(classLogits, 1 + classes, "class logits", image);
        requireImage(boxOffsets, 4, "box offsets", image);
    }

    private void requireImage(float[] values, int perPrior, String what, int image) {
        long perImage = (long) priors.size() * perPrior;
        if (image < 0 || (image + 1) * perImage > values.length) {
            throw new IllegalArgumentException("%d %s hold no image %d of %d priors with %d values each"
                    .formatted(values.length, what, image, priors.size(), perPrior));
        }
    }
}
