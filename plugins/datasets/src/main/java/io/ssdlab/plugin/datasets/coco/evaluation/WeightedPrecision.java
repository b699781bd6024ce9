package io.ssdlab.plugin.datasets.coco.evaluation;

import io.ssdlab.plugin.datasets.ranking.CountedDetections;
import io.ssdlab.plugin.datasets.ranking.ImageCounts;
import io.ssdlab.plugin.datasets.ranking.RankedDetections;
import io.ssdlab.plugin.datasets.ranking.RankedHits;
import java.util.List;
import java.util.stream.IntStream;

/** AP of one class, over objects of all sizes, where each image counts as often as one likes. Immutable. */
final class WeightedPrecision {

    private final int[] imagesOfObjects;
    private final RankedDetections ranked;
    private final List<RankedHits> byThreshold;

    WeightedPrecision(Matches matches) {
        int[] rows = matches.ranked();
        imagesOfObjects = matches.imagesOfObjects();
        ranked = new RankedDetections(
                IntStream.of(rows).map(matches::image).toArray(),
                IntStream.of(rows).mapToDouble(matches::score).toArray());
        byThreshold = IntStream.range(0, Thresholds.ious())
                .mapToLong(threshold -> Matches.bit(AreaRange.ALL, threshold))
                .mapToObj(bit -> new RankedHits(
                        ranked, rank -> matches.isHit(rows[rank], bit), rank -> matches.isIgnored(rows[rank], bit)))
                .toList();
    }

    /** The mean over the IoU thresholds, 0 to 1; NaN without an object to find. */
    double of(ImageCounts counts) {
        int objects = counts.total(imagesOfObjects);
        if (objects == 0) {
            return Double.NaN;
        }
        CountedDetections counted = ranked.counted(counts);
        double sum = 0;
        for (RankedHits hits : byThreshold) {
            int[] falseAlarms = hits.falseAlarms(counted);
            sum += InterpolatedPrecision.mean(falseAlarms, falseAlarms.length, objects);
        }
        return sum / byThreshold.size();
    }
}
