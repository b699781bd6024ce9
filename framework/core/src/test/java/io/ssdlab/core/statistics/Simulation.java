package io.ssdlab.core.statistics;

import io.ssdlab.core.store.ResampledScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Rows as they might come from a bench: an image is hard or easy for all rows, a seed is lucky or not, and each run has its
 * whims on each image. A score is the mean over the images.
 *
 * @param images how many test images
 * @param imageDeviation how much the images differ, the same for all rows
 * @param rowDeviation how much an image differs for one row
 * @param seedDeviation how much seeds differ
 * @param whims how much one run differs on one image
 */
record Simulation(int images, double imageDeviation, double rowDeviation, double seedDeviation, double whims) {

    static final String IMAGES = "images";
    static final int RESAMPLES = 200;

    /** A row with any numbers. */
    static RowSample random(SplittableRandom random, int seeds) {
        return new RowSample(IntStream.range(0, seeds)
                .mapToObj(seed -> new SeedScore(
                        random.nextDouble(),
                        new ResampledScore(IMAGES, random.doubles(RESAMPLES).toArray())))
                .toList());
    }

    /** Rows of that many seeds on one draw of the images, each with its true score. */
    List<RowSample> rows(SplittableRandom random, int seeds, double... trueScores) {
        int[][] resamples = IntStream.range(0, RESAMPLES)
                .mapToObj(resample -> random.ints(images, 0, images).toArray())
                .toArray(int[][]::new);
        double[] ease = gaussians(random, imageDeviation);
        List<RowSample> rows = new ArrayList<>();
        for (double trueScore : trueScores) {
            double[] ofRow = gaussians(random, rowDeviation);
            List<SeedScore> scores = new ArrayList<>();
            for (int seed = 0; seed < seeds; seed++) {
                double luck = trueScore + seedDeviation * random.nextGaussian();
                double[] whim = gaussians(random, whims);
                double[] byImage = IntStream.range(0, images)
                        .mapToDouble(i -> luck + ease[i] + ofRow[i] + whim[i])
                        .toArray();
                scores.add(new SeedScore(
                        Arrays.stream(byImage).average().orElseThrow(),
                        new ResampledScore(
                                IMAGES,
                                Arrays.stream(resamples)
                                        .mapToDouble(drawn -> Arrays.stream(drawn)
                                                .mapToDouble(i -> byImage[i])
                                                .average()
                                                .orElseThrow())
                                        .toArray())));
            }
            rows.add(new RowSample(scores));
        }
        return rows;
    }

    private double[] gaussians(SplittableRandom random, double deviation) {
        return IntStream.range(0, images)
                .mapToDouble(i -> deviation * random.nextGaussian())
                .toArray();
    }
}
