package io.ssdlab.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupCoverageTest {

    private static CoveredObject object(double bestIou, double bestPositiveIou, int... positives) {
        AnnotatedObject annotated = new AnnotatedObject(new PixelBox(0, 0, 1, 1), 1, false, false);
        return new CoveredObject("image", annotated, 0.5, 1, (float) bestIou, (float) bestPositiveIou, positives);
    }

    @Test
    void thresholdsAreReachedByTheirOwnValue() {
        GroupCoverage group = GroupCoverage.of(
                "all",
                List.of(
                        object(0.4, 0.4, 1, 0),
                        object(0.5, 0.5, 2, 1),
                        object(0.6, 0.45, 1, 0),
                        object(0.7, 0, 0, 0),
                        object(0.8, 0.8, 5, 5)));

        assertThat(group.objects()).isEqualTo(5);
        assertThat(group.meanBestIou()).isCloseTo(0.6, within(1e-7));
        assertThat(group.recall50()).isEqualTo(0.8);
        assertThat(group.recall60()).isEqualTo(0.6);
        assertThat(group.recall70()).isEqualTo(0.4);
        assertThat(group.unmatched()).isEqualTo(1);
        assertThat(group.onlyBelow50()).isEqualTo(2);
        assertThat(group.positivesPerObject()).isEqualTo(3.0);
    }

    @Test
    void ofNoObjectNothingIsKnown() {
        GroupCoverage none = GroupCoverage.of("large", List.of());

        assertThat(none.objects()).isZero();
        assertThat(none.recall50()).isNaN();
        assertThat(none.meanBestIou()).isNaN();
        assertThat(none.positivesPerObject()).isNaN();
    }

    @Test
    void quartilesAreNumPys() {
        // numpy.percentile([1, 2, 3, 4, 10], [25, 50, 75]) and of the first four.
        assertThat(PositiveCounts.of(objects(10, 2, 3, 4, 1))).isEqualTo(new PositiveCounts(4, 1, 2, 3, 4, 10));
        assertThat(PositiveCounts.of(objects(4, 3, 2, 1))).isEqualTo(new PositiveCounts(2.5, 1, 1.75, 2.5, 3.25, 4));
        assertThat(PositiveCounts.of(objects(7))).isEqualTo(new PositiveCounts(7, 7, 7, 7, 7, 7));
    }

    private static List<CoveredObject> objects(int... positives) {
        return IntStream.of(positives)
                .mapToObj(count -> object(0.5, 0.5, count))
                .toList();
    }
}
