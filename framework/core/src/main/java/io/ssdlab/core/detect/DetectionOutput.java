package io.ssdlab.core.detect;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.model.PriorBoxes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * From the predictions for an image to its detections, on the host: softmax, a score threshold, the best candidates of
 * each class, non-maximum suppression by class, the best over all classes (paper section 2.2 and 3.1; the original's
 * DetectionOutput layer, CPU path).
 *
 * <p>Immutable; several threads may work on the images of a batch at once.
 */
public final class DetectionOutput {

    private final PriorBoxes priors;
    private final BoxCoder coder;
    private final int classes;
    private final DetectionThresholds thresholds;
    private final NonMaximumSuppression suppression;

    /** @param classes without the background */
    public DetectionOutput(PriorBoxes priors, int classes, DetectionThresholds thresholds) {
        if (classes < 1) {
            throw new IllegalArgumentException("detection of " + classes + " classes");
        }
        this.priors = priors;
        this.coder = new BoxCoder(priors);
        this.classes = classes;
        this.thresholds = thresholds;
        this.suppression = new NonMaximumSuppression(thresholds.iouThreshold());
    }

    /**
     * The detections of one image: by label ascending, then by score descending, equal scores by prior.
     *
     * @param classLogits {@code [batch, priors, 1 + classes]}, background first, before the softmax; read only
     * @param boxOffsets {@code [batch, priors, 4]}; read only
     * @param image the index of the image in the batch
     * @return normalised and not clipped; empty if nothing passes the threshold
     * @throws ArithmeticException if a prediction is not a number: the training has diverged
     */
    public List<DetectedBox> detect(float[] classLogits, float[] boxOffsets, int image) {
        int values = 1 + classes;
        requireImage(classLogits, values, "class logits", image);
        requireImage(boxOffsets, 4, "box offsets", image);
        TopCandidates[] candidates = newCandidates();
        SoftmaxScores scores = new SoftmaxScores(values, thresholds.scoreThreshold());
        for (int prior = 0; prior < priors.size(); prior++) {
            if (scores.load(classLogits, (image * priors.size() + prior) * values)) {
                for (int label = 1; label <= classes; label++) {
                    offer(candidates, label, prior, scores.score(label));
                }
            }
        }
        return select(candidates, boxOffsets, image);
    }

    /** The detections of one image as {@link #detect(float[], float[], int)}, clipped and in its pixels. */
    public List<Detection> detect(float[] classLogits, float[] boxOffsets, int image, int imageWidth, int imageHeight) {
        return detect(classLogits, boxOffsets, image).stream()
                .map(row -> row.inPixels(imageWidth, imageHeight))
                .toList();
    }

    TopCandidates[] newCandidates() {
        TopCandidates[] candidates = new TopCandidates[classes];
        Arrays.setAll(candidates, label -> new TopCandidates(thresholds.candidatesPerClass(), priors.size()));
        return candidates;
    }

    void offer(TopCandidates[] candidates, int label, int prior, float score) {
        if (score > thresholds.scoreThreshold()) {
            candidates[label - 1].offer(prior, score);
        }
    }

    /** Decodes and suppresses class by class, then keeps the best of the image. */
    List<DetectedBox> select(TopCandidates[] candidates, float[] boxOffsets, int image) {
        float[] corners = new float[4 * priors.size()];
        boolean[] decoded = new boolean[priors.size()];
        float[] scores = new float[priors.size()];
        int[] ranked = new int[Math.min(thresholds.candidatesPerClass(), priors.size())];
        List<DetectedBox> kept = new ArrayList<>();
        for (int label = 1; label <= classes; label++) {
            int count = candidates[label - 1].rank(ranked, scores);
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
        return best(kept);
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
    private List<DetectedBox> best(List<DetectedBox> rows) {
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

    private void requireImage(float[] values, int perPrior, String what, int image) {
        long perImage = (long) priors.size() * perPrior;
        if (image < 0 || (image + 1) * perImage > values.length) {
            throw new IllegalArgumentException("%d %s hold no image %d of %d priors with %d values each"
                    .formatted(values.length, what, image, priors.size(), perPrior));
        }
    }
}
