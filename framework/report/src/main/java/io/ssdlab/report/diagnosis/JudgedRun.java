package io.ssdlab.report.diagnosis;

import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.coco.DetectionColumns;
import java.util.stream.IntStream;

/** A run's detections, each judged and ranked: what every part of the diagnosis starts from. Immutable once made. */
final class JudgedRun {

    private final CocoGroundTruth truth;
    private final ScoringRule rule;
    private final DiagnosisSettings settings;
    private final DetectionColumns detections;
    private final SplitObjects objects;
    private final Verdicts verdicts;
    private final int[] byImage;
    private final int[] firstOfImage;
    private final RankedRows ranked;

    private JudgedRun(
            CocoGroundTruth truth, DetectionColumns detections, ScoringRule rule, DiagnosisSettings settings) {
        this.truth = truth;
        this.rule = rule;
        this.settings = settings;
        this.detections = detections;
        this.objects = new SplitObjects(truth, rule);
        this.firstOfImage = firsts();
        int[] byRank = byRank();
        this.byImage = imageByImage(byRank);
        this.verdicts = judge();
        this.ranked = new RankedRows(byRank, detections, verdicts);
    }

    /** Judges the detections of all images. */
    static JudgedRun of(
            CocoGroundTruth truth, DetectionColumns detections, ScoringRule rule, DiagnosisSettings settings) {
        return new JudgedRun(truth, detections, rule, settings);
    }

    private int[] firsts() {
        int[] firsts = new int[truth.images().size() + 1];
        for (int row = 0; row < detections.size(); row++) {
            firsts[detections.image(row) + 1]++;
        }
        for (int image = 0; image < truth.images().size(); image++) {
            firsts[image + 1] += firsts[image];
        }
        return firsts;
    }

    /** Rows by rank over the whole split, then dealt to their images, where they keep their order. */
    private int[] byRank() {
        double[] scores = new double[detections.size()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = detections.score(row);
        }
        return ScoreOrder.rank(imageByImage(rowsInOrder()), scores);
    }

    private int[] rowsInOrder() {
        return IntStream.range(0, detections.size()).toArray();
    }

    private int[] imageByImage(int[] rows) {
        int[] next = firstOfImage.clone();
        int[] sorted = new int[rows.length];
        for (int row : rows) {
            sorted[next[detections.image(row)]++] = row;
        }
        return sorted;
    }

    private Verdicts judge() {
        Verdicts verdicts = new Verdicts(detections.size(), objects.size());
        ImageJudge judge = new ImageJudge(
                rule, settings, detections, objects, truth.categories().size(), verdicts);
        for (int image = 0; image < truth.images().size(); image++) {
            judge.judge(image, byImage, firstOfImage[image], firstOfImage[image + 1]);
        }
        return verdicts;
    }

    CocoGroundTruth truth() {
        return truth;
    }

    ScoringRule rule() {
        return rule;
    }

    DiagnosisSettings settings() {
        return settings;
    }

    /** The number of classes. */
    int classes() {
        return truth.categories().size();
    }

    DetectionColumns detections() {
        return detections;
    }

    SplitObjects objects() {
        return objects;
    }

    Verdicts verdicts() {
        return verdicts;
    }

    /** The number of rows. */
    int size() {
        return ranked.size();
    }

    /** Rows by their rank over the whole split. */
    RankedRows ranked() {
        return ranked;
    }

    /** The place of the first row of an image in {@link #rowOfImage}, and of the one after the last of the image before. */
    int firstOf(int image) {
        return firstOfImage[image];
    }

    /** Rows image by image, in each by rank. */
    int rowOfImage(int place) {
        return byImage[place];
    }
}
