package io.ssdlab.plugin.ssd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ssdlab.spi.box.CornerBox;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The IoU that all components share, against the original's JaccardOverlap. */
class CornerBoxGoldenTest {

    private final JsonNode golden = Golden.read("iou");

    @Test
    void intersectionOverUnionOfRandomBoxes() {
        assertMatrix(Golden.boxes(golden.get("a")), Golden.boxes(golden.get("b")), golden.get("iou"));
    }

    @Test
    void intersectionOverUnionOfTouchingContainedAndIdenticalBoxes() {
        List<CornerBox> boxes = Golden.boxes(golden.get("edge_boxes"));
        assertMatrix(boxes, boxes, golden.get("edge_iou"));
    }

    private static void assertMatrix(List<CornerBox> rows, List<CornerBox> columns, JsonNode expected) {
        assertThat(expected).hasSize(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                assertThat(rows.get(row).intersectionOverUnion(columns.get(column)))
                        .as("%s and %s", rows.get(row), columns.get(column))
                        .isCloseTo(expected.get(row).get(column).floatValue(), within(1e-6f));
            }
        }
    }
}
