package io.ssdlab.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ssdlab evaluate --metric coco} against the golden numbers of pycocotools. */
final class EvaluateCocoTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final double TOLERANCE = 1e-12;

    private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix());
    private final Path folder = disk.getPath("/data");

    @BeforeEach
    void createFolder() throws IOException {
        Files.createDirectories(folder);
    }

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    static Stream<JsonNode> cases() throws IOException {
        try (InputStream in = EvaluateCocoTest.class.getResourceAsStream("/golden/coco_eval.json")) {
            return StreamSupport.stream(MAPPER.readTree(in).get("cases").spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTwelveNumbersAndTheClasses(JsonNode golden) throws IOException {
        write(golden);

        CliRun run = evaluate("--format", "json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode scores = MAPPER.readTree(run.out());
        assertThat(scores.get("metric").asText()).isEqualTo("coco");
        golden.get("stats")
                .properties()
                .forEach(number -> assertThat(scores.get(number.getKey()).asDouble())
                        .as(number.getKey())
                        .isEqualTo(number.getValue().asDouble(), within(TOLERANCE)));
        golden.get("per_category")
                .properties()
                .forEach(category -> assertThat(scores.at("/classes/category " + category.getKey())
                                .asDouble(Double.NaN))
                        .as(category.getKey())
                        .isEqualTo(category.getValue().get("ap").asDouble(), within(TOLERANCE)));
    }

    @Test
    void textIsThatOfPycocotools() throws IOException {
        write(cases().findFirst().orElseThrow());

        assertThat(evaluate().out().lines())
                .hasSize(12)
                .startsWith(" Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.436")
                .endsWith(" Average Recall     (AR) @[ IoU=0.50:0.95 | area= large | maxDets=100 ] = 0.467");
    }

    @Test
    void nothingFoundIsZeroAndNothingToFindMinusOne() throws IOException {
        Files.writeString(folder.resolve("instances.json"), """
                {"images": [{"id": 7, "width": 100, "height": 100}],
                 "categories": [{"id": 3, "name": "dog"}, {"id": 9, "name": "cat"}],
                 "annotations": [{"id": 1, "image_id": 7, "category_id": 3, "bbox": [10, 10, 5, 5]}]}
                """);
        Files.writeString(folder.resolve("results.json"), "[]");

        JsonNode scores = MAPPER.readTree(evaluate("--format", "json").out());

        assertThat(scores.get("AP").asDouble(-2)).isZero();
        assertThat(scores.get("APl").asDouble(-2)).isEqualTo(-1);
        assertThat(scores.at("/classes/dog").asDouble(-2)).isZero();
        assertThat(scores.at("/classes/cat").asDouble(-2)).isEqualTo(-1);
    }

    private void write(JsonNode golden) throws IOException {
        ObjectNode instances = MAPPER.createObjectNode();
        instances.set("images", golden.get("images"));
        instances.set("annotations", golden.get("gts"));
        ArrayNode categories = instances.putArray("categories");
        golden.get("categories")
                .forEach(id -> categories.addObject().put("id", id.asInt()).put("name", "category " + id));
        Files.write(folder.resolve("instances.json"), MAPPER.writeValueAsBytes(instances));
        Files.write(folder.resolve("results.json"), MAPPER.writeValueAsBytes(golden.get("dets")));
    }

    private CliRun evaluate(String... more) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "evaluate",
                                "--metric",
                                "coco",
                                "--ground-truth",
                                "instances.json",
                                "--detections",
                                "results.json"),
                        Stream.of(more))
                .toArray(String[]::new);
        return CliRun.in(folder, arguments);
    }
}
