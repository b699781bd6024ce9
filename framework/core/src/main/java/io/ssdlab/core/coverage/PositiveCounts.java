package io.ssdlab.core.coverage;

import java.util.Collection;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * How many prior boxes are matched to an object. Quartiles lie between neighbours in proportion (Hyndman and Fan's type 7,
 * NumPy's default).
 */
public record PositiveCounts(
        double mean, int least, double lowerQuartile, double median, double upperQuartile, int most) {

    /** @param objects at least one */
    static PositiveCounts of(Collection<CoveredObject> objects) {
        int[] counts =
                objects.stream().mapToInt(CoveredObject::positives).sorted().toArray();
        double[] quartiles =
                Quantile.withDefaults().with(EstimationMethod.HF7).evaluate(counts.clone(), 0.25, 0.5, 0.75);
        double sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return new PositiveCounts(
                sum / counts.length, counts[0], quartiles[0], quartiles[1], quartiles[2], counts[counts.length - 1]);
    }
}
