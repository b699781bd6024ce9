package io.ssdlab.core.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a set of prior boxes and a matcher make of a training split.
 *
 * @param priors how many prior boxes there are
 * @param training what they were held against; at least one object
 * @param objects all objects, image after image
 * @param layers of the prior boxes, in order
 */
public record PriorCoverage(
        int priors, TrainingObjects training, List<CoveredObject> objects, List<LayerCoverage> layers) {

    public PriorCoverage {
        objects = List.copyOf(objects);
        layers = List.copyOf(layers);
    }

    /** Of all objects. */
    public GroupCoverage all() {
        return GroupCoverage.of("all", objects);
    }

    /** Of the objects of each group, in the grouping's order; those without objects too. */
    public List<GroupCoverage> by(ObjectGrouping grouping) {
        List<List<CoveredObject>> parts = grouping.part(objects);
        List<GroupCoverage> groups = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            groups.add(GroupCoverage.of(grouping.groups().get(i), parts.get(i)));
        }
        return groups;
    }

    /** The groupings that make sense for this split. */
    public List<ObjectGrouping> groupings() {
        return ObjectGrouping.all(training.classes());
    }

    /** Over all objects. */
    public PositiveCounts positives() {
        return PositiveCounts.of(objects);
    }

    /** The mean number of prior boxes that an image of the split matches. */
    public double positivesPerImage() {
        return layers.stream().mapToDouble(LayerCoverage::positivesPerImage).sum();
    }

    /** The objects with the smallest best IoU, the worst first; of equal ones the first in the split's order. */
    public List<CoveredObject> worst(int atMost) {
        return objects.stream()
                .sorted(Comparator.comparingDouble(CoveredObject::bestIou))
                .limit(atMost)
                .toList();
    }
}
