package io.ssdlab.report.diagnosis;

import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.coco.DetectionColumns;

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
    private final int[] ranked;

    private JudgedRun(
            CocoGroundTruth truth, DetectionColumns detections, ScoringRule rule, DiagnosisSettings settings) {
        this.truth = truth;
        this.rule = rule;
        this.settings = settings;
        this.detections = detections;
        this.objects = new SplitObjects(truth, rule);
        this.verdicts = new Verdicts(detections.size(), objects.size());
        this.firstOfImage = firsts();
        this.byImage = imageByImage();
        this.ranked = byImage.clone();
    }

    /** Judges the detections of all images. */
    static JudgedRun of(
            CocoGroundTruth truth, DetectionColumns detections, ScoringRule rule, DiagnosisSettings settings) {
        JudgedRun run = new JudgedRun(truth, detections, rule, settings);
        run.judge();
        return run;
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

    private int[] imageByImage() {
        int[] next = firstOfImage.clone();
        int[] rows = new int[detections.size()];
        for (int row = 0; row < rows.length; row++) {
            rows[next[detections.image(row)]++] = row;
        }
        return rows;
    }

    private void judge() {
        double[] scores = new double[detections.size()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = detections.score(row);
        }
        int[] spare = new int[scores.length];
        ImageJudge judge = new ImageJudge(
                rule, settings, detections, objects, truth.categories().size(), verdicts);
        for (int image = 0; image < truth.images().size(); image++) {
            ScoreOrder.sort(byImage, firstOfImage[image], firstOfImage[image + 1], scores, spare);
            judge.judge(image, byImage, firstOfImage[image], firstOfImage[image + 1]);
        }
        System.arraycopy(byImage, 0, ranked, 0, ranked.length);
        ScoreOrder.sort(ranked, 0, ranked.length, scores, spare);
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
        return ranked.length;
    }

    /** The row of a rank over the whole split, from 0 for the highest score; equal scores by image. */
    int ranked(int rank) {
        return ranked[rank];
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
