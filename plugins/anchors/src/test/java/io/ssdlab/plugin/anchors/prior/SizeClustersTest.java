package io.ssdlab.plugin.anchors.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SizeClustersTest {

    private static List<BoxSize> randomSizes(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<BoxSize> sizes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sizes.add(new BoxSize(random.nextDouble(0.01, 1), random.nextDouble(0.01, 1)));
        }
        return sizes;
    }

    @Test
    void findTheGroupsThatThereAre() {
        List<BoxSize> sizes = new ArrayList<>();
        for (double[] group : new double[][] {{0.1, 0.1}, {0.3, 0.6}, {0.6, 0.3}, {0.9, 0.9}}) {
            for (double x : new double[] {-0.01, 0.01}) {
                for (double y : new double[] {-0.02, 0.02}) {
                    sizes.add(new BoxSize(group[0] + x, group[1] + y));
                }
            }
        }
        Collections.shuffle(sizes, new java.util.Random(3));

        List<BoxSize> centres = SizeClusters.of(sizes, 4).byArea();
        assertThat(centres).hasSize(4);
        assertThat(centres.get(0).width()).isCloseTo(0.1, within(1e-9));
        assertThat(centres.get(0).height()).isCloseTo(0.1, within(1e-9));
        assertThat(centres.subList(1, 3)).anySatisfy(centre -> {
            assertThat(centre.width()).isCloseTo(0.3, within(1e-9));
            assertThat(centre.height()).isCloseTo(0.6, within(1e-9));
        });
        assertThat(centres.get(3).width()).isCloseTo(0.9, within(1e-9));
    }

    /** A fixed point of Lloyd's iteration: every centre is the mean of the sizes that overlap it most. */
    @Property(tries = 100, seed = "1612")
    void centresAreTheMeansOfWhatIsNearest(
            @ForAll @IntRange(min = 1, max = 12) int clusters,
            @ForAll @IntRange(min = 12, max = 200) int count,
            @ForAll long seed) {
        List<BoxSize> sizes = randomSizes(count, seed);
        Assume.that(new HashSet<>(sizes).size() >= clusters);
        List<BoxSize> centres = SizeClusters.of(sizes, clusters).byArea();

        assertThat(centres).hasSize(clusters).isSortedAccordingTo(Comparator.comparingDouble(BoxSize::area));
        for (BoxSize centre : centres) {
            List<BoxSize> members = sizes.stream()
                    .filter(size -> centres.stream()
                            .max(Comparator.comparingDouble(size::intersectionOverUnion))
                            .equals(Optional.of(centre)))
                    .toList();
            assertThat(members).isNotEmpty();
            assertThat(members.stream().mapToDouble(BoxSize::width).average().orElseThrow())
                    .isCloseTo(centre.width(), within(1e-9));
            assertThat(members.stream().mapToDouble(BoxSize::height).average().orElseThrow())
                    .isCloseTo(centre.height(), within(1e-9));
        }
    }

    @Property(tries = 50, seed = "1612")
    void theOrderOfTheSizesMakesNoDifference(@ForAll @IntRange(min = 1, max = 9) int clusters, @ForAll long seed) {
        List<BoxSize> sizes = randomSizes(60, seed);
        List<BoxSize> shuffled = new ArrayList<>(sizes);
        Collections.shuffle(shuffled, new java.util.Random(seed));

        List<BoxSize> centres = SizeClusters.of(sizes, clusters).byArea();
        List<BoxSize> others = SizeClusters.of(shuffled, clusters).byArea();
        for (int i = 0; i < clusters; i++) {
            assertThat(others.get(i).intersectionOverUnion(centres.get(i))).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void asManySizesAsClustersAreTheCentres() {
        List<BoxSize> sizes = randomSizes(7, 5);
        List<BoxSize> often = new ArrayList<>(sizes);
        often.addAll(sizes);
        assertThat(SizeClusters.of(often, 7).byArea()).containsExactlyInAnyOrderElementsOf(sizes);
    }

    @Test
    void moreClustersThanSizesAreRefused() {
        List<BoxSize> sizes = List.of(new BoxSize(0.5, 0.5), new BoxSize(0.5, 0.5), new BoxSize(0, 0.5));
        assertThatThrownBy(() -> SizeClusters.of(sizes, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("boxes-per-cell: 2 clusters of the training set's boxes, which have 1 different sizes");
    }
}
