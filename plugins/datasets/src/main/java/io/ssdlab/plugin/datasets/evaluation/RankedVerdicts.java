package io.ssdlab.plugin.datasets.evaluation;

import java.util.List;

/**
 * The detections of one class over a whole split, judged.
 *
 * @param groundTruths how many objects there are to find, the difficult ones not counted
 * @param verdicts from the highest score to the lowest
 */
record RankedVerdicts(int groundTruths, List<Verdict> verdicts) {

    RankedVerdicts {
        verdicts = List.copyOf(verdicts);
    }

    long count(Verdict verdict) {
        return verdicts.stream().filter(verdict::equals).count();
    }
}
