package io.ssdlab.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ssdlab.spi.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnNamesTest {

    private final AblationLayout layout = Runs.layout(List.of(), "nothing");
    private final ColumnNames names = new ColumnNames(layout.metrics());

    @Test
    void areThoseThatATableWithoutRunsKnows() {
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class, () -> AblationTable.of(layout, AblationLine.of(List.of())));

        String known = refused.problems().get(0).remedy();
        assertThat(names.remedy("nothing")).isEqualTo(known + ", and AP:CLASS for a class");
        assertThat(known).contains("boxes, ").contains("voc07");
        assertThat(List.of(known.substring("columns are: ".length()).split(", ")))
                .allMatch(name -> names.has(name) || name.equals(ColumnNames.PUBLISHED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AP:cat", "voc07:AP:cat", "coco:AP50"})
    void takeAnyClassAndDetail(String name) {
        assertThat(names.has(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"map", "published", "voc12:AP50", "", "mAP:cat"})
    void knowNothingElse(String name) {
        assertThat(names.has(name)).isFalse();
    }
}
