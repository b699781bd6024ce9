package io.ssdlab.core.coverage;

import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How well the prior boxes cover some objects. Shares and means of no object are NaN.
 *
 * @param group what the objects have in common
 * @param objects how many
 * @param meanBestIou the mean over the objects of the largest IoU with any prior box ("Avg IOU" of YOLOv2, arXiv:1612.08242
 *     Table 1, but of boxes where they lie, not of their shapes alone)
 * @param recall50 the share of objects, 0 to 1, whose largest IoU with any prior box is at least 0.5
 * @param recall60 the same at 0.6
 * @param recall70 the same at 0.7
 * @param unmatched objects to which the matcher gives no prior box
 * @param onlyBelow50 objects whose matched prior boxes all overlap them by less than 0.5
 * @param positivesPerObject the mean number of prior boxes matched to an object
 */
public record GroupCoverage(
        String group,
        int objects,
        double meanBestIou,
        double recall50,
        double recall60,
        double recall70,
        int unmatched,
        int onlyBelow50,
        double positivesPerObject) {

    private static final float SIX_TENTHS = 0.6f;
    private static final float SEVEN_TENTHS = 0.7f;

    static GroupCoverage of(String group, Collection<CoveredObject> objects) {
        return new GroupCoverage(
                group,
                objects.size(),
                mean(objects, CoveredObject::bestIou),
                recall(objects, CoveredObject.MATCH),
                recall(objects, SIX_TENTHS),
                recall(objects, SEVEN_TENTHS),
                count(objects, CoveredObject::isUnmatched),
                count(objects, CoveredObject::isOnlyBelowHalf),
                mean(objects, CoveredObject::positives));
    }

    private static double recall(Collection<CoveredObject> objects, float iou) {
        return mean(objects, object -> object.bestIou() >= iou ? 1 : 0);
    }

    private static double mean(Collection<CoveredObject> objects, ToDoubleFunction<CoveredObject> value) {
        return objects.stream().mapToDouble(value).sum() / objects.size();
    }

    private static int count(Collection<CoveredObject> objects, Predicate<CoveredObject> which) {
        return (int) objects.stream().filter(which).count();
    }
}
