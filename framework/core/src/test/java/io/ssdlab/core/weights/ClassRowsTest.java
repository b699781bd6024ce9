package io.ssdlab.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.weights.HostTensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassRowsTest {

    private static final List<String> GIVEN = List.of("person", "couch", "dog", "airplane");
    private static final List<String> WANTED = List.of("dog", "unicorn", "sofa");
    private static final ClassRows ROWS = ClassRows.of(WANTED, GIVEN, Map.of("sofa", "couch", "cat", "person"));

    @Test
    void findsClassesByNameAndByTheirOtherName() {
        assertThat(ROWS.given()).isEqualTo(4);
        assertThat(ROWS.sources()).containsExactly(0, 3, -1, 2);
        assertThat(ROWS.unknown(WANTED)).containsExactly("unicorn");
        assertThat(ROWS.isSame()).isFalse();
    }

    @Test
    void anotherNameGoesBeforeTheClassesOwn() {
        assertThat(ClassRows.of(List.of("dog"), GIVEN, Map.of("dog", "person")).sources())
                .containsExactly(0, 1);
        assertThat(ClassRows.of(List.of("dog"), GIVEN, Map.of("dog", "wolf")).unknown(List.of("dog")))
                .containsExactly("dog");
    }

    @Test
    void isTheSameForAllClassesInTheirOrderOnly() {
        assertThat(ClassRows.of(GIVEN, GIVEN, Map.of()).isSame()).isTrue();
        assertThat(ClassRows.of(GIVEN.subList(0, 3), GIVEN, Map.of()).isSame()).isFalse();
        assertThat(ClassRows.of(List.of("couch", "person", "dog", "airplane"), GIVEN, Map.of())
                        .isSame())
                .isFalse();
        assertThat(ClassRows.of(List.of("person", "couch", "dog", "plane"), GIVEN, Map.of())
                        .isSame())
                .isFalse();
    }

    /** Two boxes a cell, rows of two values; of each its box, logit and place are to be read off. */
    @Test
    void picksTheRowsOfEachBox() {
        HostTensor weights = rows(2, 5, 2, 1);
        HostTensor drawn = rows(2, 4, 2, -1);

        HostTensor picked = ROWS.pick(weights, drawn);

        assertThat(picked.shape()).containsExactly(8, 2, 1, 1);
        assertThat(picked.values())
                .containsExactly(
                        // Background, dog, unicorn as drawn, couch.
                        0, 1, 30, 31, -20, -21, 20, 21, 100, 101, 130, 131, -120, -121, 120, 121);
        assertThat(drawn.values()).as("those given").startsWith(0, -1, -10, -11);
    }

    @Test
    void picksBiases() {
        HostTensor weights = HostTensor.of(new float[] {1, 2, 3, 4, 5}, 5);
        HostTensor drawn = HostTensor.of(new float[] {-1, -2, -3, -4}, 4);

        assertThat(ROWS.pick(weights, drawn).values()).containsExactly(1, 4, -3, 3);
    }

    @Test
    void refusesOtherBoxesOtherClassesAndOtherInputs() {
        HostTensor drawn = rows(2, 4, 2, 1);
        for (HostTensor weights : List.of(rows(3, 5, 2, 1), rows(2, 4, 2, 1), rows(0, 5, 2, 1))) {
            assertThatThrownBy(() -> ROWS.pick(weights, drawn))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "%d rows for 2 boxes a cell of 4 classes and the background",
                            weights.shape().get(0));
        }
        assertThatThrownBy(() -> ROWS.pick(HostTensor.of(new float[1]), drawn))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("0 rows");
        for (int width : new int[] {1, 3}) {
            assertThatThrownBy(() -> ROWS.pick(rows(2, 5, width, 1), drawn))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("%d values a row where the network has 2", width);
        }
    }

    private static HostTensor rows(int boxes, int logits, int width, int sign) {
        float[] values = new float[boxes * logits * width];
        for (int i = 0; i < values.length; i++) {
            int row = i / width;
            values[i] = sign * (100 * (row / logits) + 10 * (row % logits) + i % width);
        }
        return HostTensor.of(values, boxes * logits, width, 1, 1);
    }
}
