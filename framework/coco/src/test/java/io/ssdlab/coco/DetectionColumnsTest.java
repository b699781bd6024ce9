package io.ssdlab.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.evaluation.Detection;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionColumnsTest {

    private static final CocoGroundTruth TRUTH = new CocoGroundTruth(
            List.of(new CocoCategory(3, "car"), new CocoCategory(90, "toothbrush")),
            List.of(image("000012"), image("b"), image("c")));

    private static final String PLAIN =
            "{\"image_id\": \"b\", \"category_id\": 90, \"bbox\": [1.5, -2, 3e0, 4], \"score\": 0.25}";

    private static CocoImage image(String id) {
        return new CocoImage(id, id + ".jpg", 100, 100, List.of());
    }

    /** Both readings of a text, plain and with places for messages. */
    private static DetectionColumns read(String json) throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/detections.json");
            Files.writeString(file, json);
            DetectionColumns columns = DetectionColumns.read(file, TRUTH);
            CocoDetections detections = CocoDetections.read(file, TRUTH);
            for (int image = 0; image < TRUTH.images().size(); image++) {
                assertThat(ofImage(columns, image))
                        .isEqualTo(detections.of(TRUTH.images().get(image).id()));
            }
            return columns;
        }
    }

    private static List<Detection> ofImage(DetectionColumns columns, int image) {
        List<Detection> rows = new ArrayList<>();
        for (int row = 0; row < columns.size(); row++) {
            if (columns.image(row) == image) {
                rows.add(columns.detection(row));
            }
        }
        return rows;
    }

    @Test
    void holdsWhatARowSays() throws IOException {
        DetectionColumns columns = read("[" + PLAIN + "]\n");
        assertThat(columns.size()).isEqualTo(1);
        assertThat(columns.image(0)).isEqualTo(1);
        assertThat(columns.label(0)).isEqualTo(2);
        assertThat(columns.score(0)).isEqualTo(0.25);
        assertThat(new double[] {columns.x(0), columns.y(0), columns.width(0), columns.height(0)})
                .containsExactly(1.5, -2, 3, 4);
    }

    @Test
    void agreesWithTheOtherReaderToTheLastBit() throws IOException {
        Random random = new Random(5);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            rows.add("{\"image_id\":%s,\"category_id\":%d,\"bbox\":[%s,%s,%s,%s],\"score\":%s}"
                    .formatted(
                            List.of("12", "\"b\"", "\"images/c.png\"").get(random.nextInt(3)),
                            random.nextBoolean() ? 3 : 90,
                            100 * random.nextDouble(),
                            (double) random.nextFloat(),
                            random.nextInt(100),
                            1e-7 * random.nextDouble(),
                            random.nextFloat()));
        }
        assertThat(read("[" + String.join(",\n", rows) + "]").size()).isEqualTo(3000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"score\": 0.5, \"segmentation\": {\"size\": [1, 2]}, \"bbox\": [1, 2, 3, 4], \"image_id\": 12, \"category_id\": 3}]",
                "[{\"score\": 1, \"bbox\": [1, 2, 3, 4], \"image_id\": 12, \"category_id\": 3}]"
            })
    void readsWhateverElseIsInOrder(String json) throws IOException {
        assertThat(read(json).size()).isEqualTo(json.length() > 2 ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[7]",
                "[" + PLAIN,
                "[" + PLAIN + "] 1",
                "[" + PLAIN + ", {\"image_id\": \"b\"}]",
                "[{\"image_id\": \"b\", \"image_id\": \"b\", \"category_id\": 90, \"bbox\": [1, 2, 3, 4]}]",
                "[{\"image_id\": \"d\", \"category_id\": 90, \"bbox\": [1, 2, 3, 4], \"score\": 1}]",
                "[{\"image_id\": \"b\", \"category_id\": 1, \"bbox\": [1, 2, 3, 4], \"score\": 1}]",
                "[{\"image_id\": \"b\", \"category_id\": 9e1, \"bbox\": [1, 2, 3, 4], \"score\": 1}]",
                "[{\"image_id\": \"b\", \"category_id\": 99999999999999999999, \"bbox\": [1, 2, 3, 4], \"score\": 1}]",
                "[{\"image_id\": \"b\", \"category_id\": 90, \"bbox\": [1, 2, 3], \"score\": 1}]",
                "[{\"image_id\": \"b\", \"category_id\": 90, \"bbox\": [1, 2, 3, 4, 5], \"score\": 1}]",
                "[{\"image_id\": \"b\", \"category_id\": 90, \"bbox\": [1, 2, -3, 4], \"score\": 1}]",
                "[{\"image_id\": \"b\", \"category_id\": 90, \"bbox\": [1, 2, 1e999, 4], \"score\": 1}]",
                "[{\"image_id\": \"b\", \"category_id\": 90, \"bbox\": [1, 2, 3, 4], \"score\": NaN}]",
                "[{\"image_id\": \"b\", \"category_id\": 90, \"bbox\": [1, 2, 3, 4], \"score\": null}]"
            })
    void refusesWhatTheOtherReaderRefuses(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("/detections.json");
    }
}
