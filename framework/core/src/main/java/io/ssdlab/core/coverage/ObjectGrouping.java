package io.ssdlab.core.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** A way to part objects, each into one of a few groups. Immutable. */
public final class ObjectGrouping {

    /**
     * COCO's sizes, by the annotated area in square pixels of the image, as the metric counts them: below 32 squared, below
     * 96 squared, and above.
     */
    public static final ObjectGrouping SIZE = size();

    /**
     * The square root of the share of the image that the box takes, in half octaves from 1/32: what the scales of prior
     * boxes are measured in. The names are the ends in percent.
     */
    public static final ObjectGrouping SIDE = side();

    /**
     * Width to height in the network's input, by which of SSD's aspect ratios 1/3, 1/2, 1, 2 and 3 is nearest (in the
     * logarithm), and those beyond 1/4 and 4.
     */
    public static final ObjectGrouping ASPECT_RATIO = aspectRatio();

    private static final double SMALL = 32 * 32;
    private static final double MEDIUM = 96 * 96;

    private final String name;
    private final List<String> groups;
    private final ToIntFunction<MeasuredObject> groupOf;

    private ObjectGrouping(String name, List<String> groups, ToIntFunction<MeasuredObject> groupOf) {
        this.name = name;
        this.groups = List.copyOf(groups);
        this.groupOf = groupOf;
    }

    /** By class. */
    static ObjectGrouping byClass(List<String> classes) {
        return new ObjectGrouping("class", classes, object -> object.annotated().label() - 1);
    }

    /** By size, side, aspect ratio and class. */
    static List<ObjectGrouping> all(List<String> classes) {
        return List.of(SIZE, SIDE, ASPECT_RATIO, byClass(classes));
    }

    private static ObjectGrouping size() {
        return new ObjectGrouping(
                "size",
                List.of("small", "medium", "large"),
                object -> object.annotated().area() < SMALL
                        ? 0
                        : object.annotated().area() < MEDIUM ? 1 : 2);
    }

    private static ObjectGrouping side() {
        LogBins bins = LogBins.ofHalfOctaves(1 / 32.0, 10);
        List<String> groups = IntStream.range(0, bins.count())
                .mapToObj(bin -> bin == 0
                        ? "under %s %%".formatted(percent(bins.to(bin)))
                        : "%s-%s %%"
                                .formatted(
                                        percent(bins.from(bin)),
                                        bin == bins.count() - 1 ? "100" : percent(bins.to(bin))))
                .toList();
        return new ObjectGrouping("side", groups, object -> bins.of(object.side()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", 100 * share);
    }

    private static ObjectGrouping aspectRatio() {
        LogBins bins = new LogBins(1 / 4.0, 1 / Math.sqrt(6), 1 / Math.sqrt(2), Math.sqrt(2), Math.sqrt(6), 4);
        return new ObjectGrouping(
                "aspect-ratio",
                List.of("under 1:4", "1:3", "1:2", "1:1", "2:1", "3:1", "over 4:1"),
                object -> bins.of(object.aspectRatio()));
    }

    public String name() {
        return name;
    }

    /** Their names, in order. */
    public List<String> groups() {
        return groups;
    }

    /** A group's name among those of other groupings. */
    String label(int group) {
        return name.equals(SIZE.name) ? groups.get(group) : name + " " + groups.get(group);
    }

    /** The place of an object's group among {@link #groups}. */
    public int groupOf(MeasuredObject object) {
        return groupOf.applyAsInt(object);
    }

    /** The objects of each group, in order; every group is there, also without an object. */
    List<List<CoveredObject>> part(List<CoveredObject> objects) {
        List<List<CoveredObject>> parts = new ArrayList<>();
        groups.forEach(group -> parts.add(new ArrayList<>()));
        objects.forEach(object -> parts.get(groupOf(object)).add(object));
        return parts;
    }
}
