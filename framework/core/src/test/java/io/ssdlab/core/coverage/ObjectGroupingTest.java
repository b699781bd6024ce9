package io.ssdlab.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectGroupingTest {

    private static CoveredObject object(double area, double side, double aspectRatio, int label) {
        AnnotatedObject annotated = new AnnotatedObject(new PixelBox(0, 0, 1, 1), label, false, false, area);
        return new CoveredObject("image", annotated, side, aspectRatio, 0.5f, 0.5f, 1);
    }

    private static String groupOf(ObjectGrouping grouping, CoveredObject object) {
        List<List<CoveredObject>> parts = grouping.part(List.of(object));
        for (int group = 0; group < parts.size(); group++) {
            if (!parts.get(group).isEmpty()) {
                return grouping.groups().get(group);
            }
        }
        throw new AssertionError("in no group");
    }

    @ParameterizedTest
    @CsvSource({"0, small", "1023, small", "1024, medium", "9215, medium", "9216, large", "1e6, large"})
    void sizesAreCocos(double area, String size) {
        assertThat(groupOf(ObjectGrouping.SIZE, object(area, 0.5, 1, 1))).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({
        "0.03, under 3 %",
        "0.03125, 3-4 %",
        "0.1, 9-13 %",
        "0.2, 18-25 %",
        "0.25, 25-35 %",
        "0.6, 50-71 %",
        "0.71, 71-100 %",
        "1, 71-100 %"
    })
    void sidesGoInHalfOctaves(double side, String group) {
        assertThat(groupOf(ObjectGrouping.SIDE, object(1, side, 1, 1))).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource({
        "0.2, under 1:4",
        "0.333, 1:3",
        "0.5, 1:2",
        "0.75, 1:1",
        "1, 1:1",
        "1.4, 1:1",
        "2, 2:1",
        "3, 3:1",
        "5, over 4:1"
    })
    void aspectRatiosGoByTheNearest(double ratio, String group) {
        assertThat(groupOf(ObjectGrouping.ASPECT_RATIO, object(1, 0.5, ratio, 1)))
                .isEqualTo(group);
    }

    @Property
    void anAspectRatioAndItsInverseLieOppositeEachOther(@ForAll @DoubleRange(min = 0.05, max = 20) double ratio) {
        List<String> groups = ObjectGrouping.ASPECT_RATIO.groups();
        int group = groups.indexOf(groupOf(ObjectGrouping.ASPECT_RATIO, object(1, 0.5, ratio * 1.000001, 1)));
        int inverse = groups.indexOf(groupOf(ObjectGrouping.ASPECT_RATIO, object(1, 0.5, 1 / (ratio * 1.000001), 1)));

        assertThat(group + inverse).isEqualTo(groups.size() - 1);
    }

    @ParameterizedTest
    @CsvSource({"1, cat", "2, dog"})
    void classesGoByLabel(int label, String name) {
        assertThat(groupOf(ObjectGrouping.byClass(Scenes.CLASSES), object(1, 0.5, 1, label)))
                .isEqualTo(name);
    }
}
