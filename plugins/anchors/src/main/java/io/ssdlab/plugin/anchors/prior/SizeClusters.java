package io.ssdlab.plugin.anchors.prior;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * k-means of box sizes with the distance {@code 1 - IoU}: each size belongs to the centre that it overlaps most, and a centre
 * is the mean of what belongs to it (Lloyd's iteration, until nothing moves).
 *
 * <p>Begins with the k sizes that stand in the middle of k equal parts of the distinct sizes in order of area: without chance,
 * the same data give the same clusters. A centre that nothing belongs to moves to the size that lies worst in its cluster.
 */
final class SizeClusters {

    /** Lloyd's iteration with a mean that is not the distance's own need not end; the authors' too has a bound. */
    private static final int MOST_ITERATIONS = 1000;

    private static final Comparator<BoxSize> BY_AREA =
            Comparator.comparingDouble(BoxSize::area).thenComparingDouble(BoxSize::width);

    private final List<BoxSize> sizes;
    private final List<BoxSize> centres;

    private SizeClusters(List<BoxSize> sizes, List<BoxSize> centres) {
        this.sizes = sizes;
        this.centres = centres;
    }

    /**
     * Clusters sizes, those without area left out.
     *
     * @throws IllegalArgumentException if there are fewer different sizes than clusters
     */
    static SizeClusters of(List<BoxSize> all, int clusters) {
        List<BoxSize> sizes = all.stream()
                .filter(size -> size.width() > 0 && size.height() > 0)
                .toList();
        List<BoxSize> distinct = new ArrayList<>(new HashSet<>(sizes));
        distinct.sort(BY_AREA);
        if (distinct.size() < clusters) {
            throw new IllegalArgumentException(
                    "boxes-per-cell: %d clusters of the training set's boxes, which have %d different sizes"
                            .formatted(clusters, distinct.size()));
        }
        List<BoxSize> centres = new ArrayList<>();
        for (int cluster = 0; cluster < clusters; cluster++) {
            centres.add(distinct.get((int) ((cluster + 0.5) * distinct.size() / clusters)));
        }
        SizeClusters current = new SizeClusters(sizes, List.copyOf(centres));
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            SizeClusters next = new SizeClusters(sizes, current.moved());
            if (next.centres.equals(current.centres)) {
                return current;
            }
            current = next;
        }
        return current;
    }

    /** The centres, from the smallest. */
    List<BoxSize> byArea() {
        return centres.stream().sorted(BY_AREA).toList();
    }

    /** The index of the centre that a size overlaps most, of equal ones the first. */
    private int nearest(BoxSize size) {
        int nearest = 0;
        double most = -1;
        for (int centre = 0; centre < centres.size(); centre++) {
            double overlap = size.intersectionOverUnion(centres.get(centre));
            if (overlap > most) {
                most = overlap;
                nearest = centre;
            }
        }
        return nearest;
    }

    private List<BoxSize> moved() {
        double[] widths = new double[centres.size()];
        double[] heights = new double[centres.size()];
        int[] members = new int[centres.size()];
        BoxSize worst = sizes.get(0);
        double least = 2;
        for (BoxSize size : sizes) {
            int cluster = nearest(size);
            widths[cluster] += size.width();
            heights[cluster] += size.height();
            members[cluster]++;
            double overlap = size.intersectionOverUnion(centres.get(cluster));
            if (overlap < least) {
                least = overlap;
                worst = size;
            }
        }
        List<BoxSize> moved = new ArrayList<>();
        for (int cluster = 0; cluster < members.length; cluster++) {
            moved.add(
                    members[cluster] == 0
                            ? worst
                            : new BoxSize(widths[cluster] / members[cluster], heights[cluster] / members[cluster]));
        }
        return moved;
    }
}
