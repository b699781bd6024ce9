package io.ssdlab.report.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Fills a {@link ConfusionMatrix} from a score on. For one thread. */
final class ConfusionAnalysis {

    private final JudgedRun run;
    private final double score;
    private final int background;
    private final int[][] counts;
    private double[] overlaps = new double[0];

    ConfusionAnalysis(JudgedRun run, double score) {
        this.run = run;
        this.score = score;
        this.background = run.classes();
        this.counts = new int[background + 1][background + 1];
    }

    ConfusionMatrix matrix() {
        for (int image = 0; image < run.truth().images().size(); image++) {
            count(image);
        }
        List<List<Integer>> rows = Arrays.stream(counts)
                .map(row -> IntStream.of(row).boxed().toList())
                .toList();
        return new ConfusionMatrix(run.truth().classes(), score, run.settings().foregroundIou(), rows);
    }

    private void count(int image) {
        int first = run.objects().firstOf(image);
        int end = run.objects().firstOf(image + 1);
        boolean[] free = new boolean[end - first];
        for (int object = first; object < end; object++) {
            int finder = run.verdicts().finder(object);
            boolean found = finder != Verdicts.NONE && run.detections().score(finder) >= score;
            free[object - first] = run.objects().counts(object) && !found;
            if (found) {
                counts[place(object)][place(object)]++;
            }
        }
        for (int place = run.firstOf(image); place < run.firstOf(image + 1); place++) {
            int row = run.rowOfImage(place);
            if (run.detections().score(row) < score) {
                break;
            }
            if (run.verdicts().verdict(row).error().isPresent()) {
                int taken = bestFree(row, first, free);
                if (taken != Verdicts.NONE) {
                    free[taken - first] = false;
                }
                counts[taken == Verdicts.NONE ? background : place(taken)][
                        run.detections().label(row) - 1]++;
            }
        }
        for (int object = first; object < end; object++) {
            counts[place(object)][background] += free[object - first] ? 1 : 0;
        }
    }

    /** The row and column of an object's class. */
    private int place(int object) {
        return run.objects().label(object) - 1;
    }

    private int bestFree(int row, int first, boolean[] free) {
        if (overlaps.length < free.length) {
            overlaps = new double[free.length];
        }
        Overlap.of(run.detections(), row, run.objects(), first, first + free.length, run.rule(), overlaps);
        double best = 0;
        int taken = Verdicts.NONE;
        for (int i = 0; i < free.length; i++) {
            if (free[i]
                    && place(first + i) != run.detections().label(row) - 1
                    && overlaps[i] > best
                    && run.rule().isHit(overlaps[i], run.settings().foregroundIou())) {
                best = overlaps[i];
                taken = first + i;
            }
        }
        return taken;
    }
}
