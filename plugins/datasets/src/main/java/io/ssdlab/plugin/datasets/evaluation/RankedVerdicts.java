package io.ssdlab.plugin.datasets.evaluation;

import io.ssdlab.plugin.datasets.ranking.ImageCounts;
import io.ssdlab.plugin.datasets.ranking.RankedDetections;
import io.ssdlab.plugin.datasets.ranking.RankedHits;
import java.util.List;
import java.util.Optional;

/** The detections of one class over a whole split, judged. Immutable. */
final class RankedVerdicts {

    private final int[] imagesOfObjects;
    private final List<Verdict> verdicts;
    private final RankedDetections ranked;
    private final RankedHits hits;

    /**
     * Verdicts by rank.
     *
     * @param imagesOfObjects the number of the image, from 0, of each object that is to be found, no difficult one
     * @param judged from the highest rank to the lowest
     */
    RankedVerdicts(List<Integer> imagesOfObjects, List<JudgedDetection> judged) {
        this.imagesOfObjects =
                imagesOfObjects.stream().mapToInt(Integer::intValue).toArray();
        this.verdicts = judged.stream().map(JudgedDetection::verdict).toList();
        this.ranked = new RankedDetections(
                judged.stream().mapToInt(JudgedDetection::image).toArray(),
                judged.stream().mapToDouble(JudgedDetection::rank).toArray());
        this.hits = new RankedHits(
                ranked, row -> verdicts.get(row) == Verdict.TRUE_POSITIVE, row -> verdicts.get(row) == Verdict.IGNORED);
    }

    /** How many objects there are to find. */
    int groundTruths() {
        return imagesOfObjects.length;
    }

    /** From the highest score to the lowest. */
    List<Verdict> verdicts() {
        return verdicts;
    }

    /** Precision over recall where each image counts that often; empty if there is nothing to find. */
    Optional<PrecisionRecallCurve> curve(ImageCounts counts) {
        int groundTruths = counts.total(imagesOfObjects);
        return groundTruths == 0
                ? Optional.empty()
                : Optional.of(new PrecisionRecallCurve(groundTruths, hits.falseAlarms(ranked.counted(counts))));
    }
}
