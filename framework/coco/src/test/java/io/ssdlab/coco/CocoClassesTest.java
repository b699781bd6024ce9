package io.ssdlab.coco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CocoClassesTest {

    @Test
    void thereAre80OfDifferentNames() {
        assertThat(CocoClasses.names())
                .hasSize(80)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+( [a-z]+)*"));
        assertThat(CocoClasses.ids().toArray()).hasSize(80).isSorted().doesNotHaveDuplicates();
    }

    /** From the categories of {@code instances_val2017.json}. */
    @ParameterizedTest
    @CsvSource({
        "1, person",
        "2, bicycle",
        "11, fire hydrant",
        "13, stop sign",
        "25, giraffe",
        "27, backpack",
        "28, umbrella",
        "31, handbag",
        "44, bottle",
        "46, wine glass",
        "62, chair",
        "65, bed",
        "67, dining table",
        "70, toilet",
        "72, tv",
        "82, refrigerator",
        "84, book",
        "90, toothbrush"
    })
    void idsAndNamesGoTogether(int id, String name) {
        List<Integer> ids = CocoClasses.ids().boxed().toList();
        assertThat(CocoClasses.names().get(ids.indexOf(id))).isEqualTo(name);
    }

    @Test
    void idsThatWereNeverUsedHaveNoClass() {
        assertThat(CocoClasses.ids().boxed())
                .doesNotContain(0, 12, 26, 29, 30, 45, 66, 68, 69, 71, 83, 91)
                .endsWith(CocoClasses.GREATEST_ID);
    }
}
