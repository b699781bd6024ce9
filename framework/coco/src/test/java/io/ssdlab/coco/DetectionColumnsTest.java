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
            CocoDetections detections = new DetectionsReader(file, TRUTH).read();
            assertThat(CocoDetections.read(file, TRUTH)).isEqualTo(detections);
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
                "0",
                "0.0",
                "-0.0",
                "-0",
                "1",
                "12345678",
                "123456789012345678",
                "1234567890123456789",
                "99999999999999999999",
                "0.1",
                "0.30000000000000004",
                "9007199254740993",
                "9007199254740993.0",
                "0.000000000000000000000000000001",
                "0.01023456789012345678",
                "0.0000001234567890123456789",
                "1e3",
                "1E+3",
                "5e-324",
                "1.7976931348623157e308",
                "1e-400",
                "123456.7890123456789e-5",
                "100000000000000000000000",
                "4503599627370497.5",
                "2.5e-9"
            })
    void readsEveryFormOfNumberToTheLastBit(String number) throws IOException {
        String row = "[{\"image_id\":12,\"category_id\":3,\"bbox\":[%s,2,3,4],\"score\":%s}]".formatted(number, number);
        DetectionColumns columns = read(row);
        assertThat(columns.x(0)).isEqualTo(Double.parseDouble(number));
        assertThat(columns.score(0)).isEqualTo(Double.parseDouble(number));
    }

    /** Wherever the file is cut while it is read: rows end at every place of what is at hand. */
    @Test
    void readsRowsThatAreLongerThanWhatIsAtHandAtOnce() throws IOException {
        String blanks = " ".repeat(3000);
        String far = "\n".repeat(5000);
        assertThat(read("[" + PLAIN + "," + blanks + PLAIN + "," + blanks + PLAIN + blanks + "]" + far)
                        .size())
                .isEqualTo(3);
        assertThat(read("[" + far.repeat(20) + PLAIN + far.repeat(20) + "]").size())
                .isEqualTo(1);
        for (int cut = 0; cut < PLAIN.length(); cut++) {
            String list = (PLAIN + ",").repeat(65_536 / (PLAIN.length() + 1));
            assertThat(read("[" + " ".repeat(cut) + list + PLAIN + "]").size())
                    .isEqualTo(65_536 / (PLAIN.length() + 1) + 1);
        }
    }

    @Test
    void readsNamesThatAreNotAscii() throws IOException {
        CocoGroundTruth truth =
                new CocoGroundTruth(List.of(new CocoCategory(3, "car")), List.of(image("K\u00e4fer\u6c34")));
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/detections.json");
            Files.writeString(
                    file, "[{\"image_id\":\"K\u00e4fer\u6c34\",\"category_id\":3,\"bbox\":[1,2,3,4],\"score\":1}]");
            assertThat(DetectionColumns.read(file, truth).image(0)).isZero();
        }
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
                "[" + PLAIN + ",]",
                "[" + PLAIN + PLAIN + "]",
                "[{\"image_id\": \"b\", \"category_id\": 90, \"bbox\": [01, 2, 3, 4], \"score\": 1}]",
                "[{\"image_id\": \"b\", \"category_id\": 90, \"bbox\": [1., 2, 3, 4], \"score\": 1}]",
                "[{\"image_id\": \"b\", \"category_id\": 90, \"bbox\": [.5, 2, 3, 4], \"score\": 1}]",
                "[{\"image_id\": \"b\", \"category_id\": 90, \"bbox\": [1e, 2, 3, 4], \"score\": 1}]",
                "[{\"image_id\": \"b\", \"category_id\": 90, \"bbox\": [1, 2, 3, 4,], \"score\": 1}]",
                "[{\"image_id\": \"b\", \"category_id\": 90, \"bbox\": [1, 2, 3, 4], \"score\": 1-2}]",
                "[{\"image_id\": \"b, \"category_id\": 90, \"bbox\": [1, 2, 3, 4], \"score\": 1}]",
                "[{\"image_id\": \"b\", \"category_id\": 90, \"bbox\": [1, 2, 3, 4], \"score\": NaN}]",
                "[{\"image_id\": \"b\", \"category_id\": 90, \"bbox\": [1, 2, 3, 4], \"score\": null}]"
            })
    void refusesWhatTheOtherReaderRefuses(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("/detections.json");
    }
}
