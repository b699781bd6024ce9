package io.ssdlab.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ssdlab evaluate} on every kind of ground truth and detections, against the golden scores. */
final class EvaluateFilesTest {

    private static final double TOLERANCE = 1e-12;

    private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix());
    private final Path folder = disk.getPath("/data");
    private final Path devkit = folder.resolve("VOCdevkit");

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    static Stream<StoredScene> scenes() throws IOException {
        return StoredScene.all();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void aDevkitAndVocsResultFiles(StoredScene scene) throws IOException {
        scene.writeVoc(devkit.resolve("VOC2007"), "test");
        scene.writeResultFiles(folder.resolve("results"), "comp4_det_test_");

        assertGolden(scene, "voc07", scene.classes(), "VOCdevkit", "results", "--split", "2007-test");
        assertGolden(scene, "voc12", scene.classes(), "VOCdevkit", "results", "--split", "2007-test");
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void cocosFiles(StoredScene scene) throws IOException {
        Files.createDirectories(folder);
        scene.writeInstances(folder.resolve("instances.json"));
        scene.writeResults(folder.resolve("results.json"));

        assertGolden(scene, "voc07", scene.classes(), "instances.json", "results.json");
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void aDevkitAndCocosResults(StoredScene scene) throws IOException {
        scene.writeVoc(devkit.resolve("VOC2012"), "val_of_mine");
        scene.writeResultsOnVoc(folder.resolve("results.json"));

        assertGolden(
                scene, "voc07", scene.annotatedClasses(), "VOCdevkit", "results.json", "--split", "2012-val_of_mine");
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void cocosInstancesAndVocsResultFiles(StoredScene scene) throws IOException {
        Files.createDirectories(folder);
        scene.writeInstances(folder.resolve("instances.json"));
        scene.writeResultFiles(folder.resolve("results"), "comp3_det_val_");

        assertGolden(scene, "voc07", scene.classes(), "instances.json", "results");
    }

    /** The last pixel counts: a line of pixels has an area, and what reaches outside is part of a box. */
    @Test
    void boxesCountAsTheyAreWritten() throws IOException {
        Path year = devkit.resolve("VOC2007");
        Files.createDirectories(year.resolve("Annotations"));
        Files.createDirectories(year.resolve("ImageSets/Main"));
        Files.createDirectories(folder.resolve("results"));
        Files.writeString(year.resolve("ImageSets/Main/test.txt"), "a\n");
        Files.writeString(year.resolve("Annotations/a.xml"), """
                <annotation><size><width>50</width><height>50</height></size>
                <object><name>line</name><bndbox><xmin>10</xmin><ymin>10</ymin><xmax>10</xmax><ymax>20</ymax></bndbox></object>
                <object><name>cut</name><bndbox><xmin>40</xmin><ymin>40</ymin><xmax>60</xmax><ymax>60</ymax></bndbox></object>
                </annotation>
                """);
        Files.writeString(folder.resolve("results/comp4_det_test_line.txt"), "a 0.5 10 10 10 20\n");
        Files.writeString(folder.resolve("results/comp4_det_test_cut.txt"), "a 0.5 40 40 60 60\n");

        CliRun run = evaluate("voc12", "VOCdevkit", "results", "--split", "2007-test");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.at("/classes/line").asDouble()).isEqualTo(1);
        assertThat(json.at("/classes/cut").asDouble()).isEqualTo(1);
    }

    @Test
    void aClassWithoutFileHasNoDetections() throws IOException {
        StoredScene scene = writeFirst();
        Files.delete(folder.resolve("results/comp4_det_test_cat.txt"));

        CliRun run = evaluate("voc07", "VOCdevkit", "results", "--split", "2007-test");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEqualTo("ssdlab: warning: /data/results: no file of the class 'cat': no detections\n");
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.at("/classes/cat").asDouble(-1)).isZero();
        assertThat(json.at("/classes/dog").asDouble()).isEqualTo(golden(scene, "dog", "ap_11point"), within(TOLERANCE));
    }

    @Test
    void nothingFoundScoresZero() throws IOException {
        StoredScene scene = writeFirst();
        Files.writeString(folder.resolve("none.json"), "[]");
        for (String name : scene.classes()) {
            Files.writeString(folder.resolve("results/comp4_det_test_" + name + ".txt"), "");
        }

        for (String detections : List.of("none.json", "results")) {
            CliRun run = evaluate("voc12", "VOCdevkit", detections, "--split", "2007-test");
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(new ObjectMapper().readTree(run.out()).get("mAP").asDouble(-1))
                    .isZero();
        }
    }

    @Test
    void anythingButAFileOfTheSplitIsPassedOver() throws IOException {
        StoredScene scene = writeFirst();
        Files.writeString(folder.resolve("results/README.txt"), "not this one");
        Files.writeString(folder.resolve("results/comp4_det_val_cat.txt"), "nor this one");

        assertGolden(scene, "voc07", scene.classes(), "VOCdevkit", "results", "--split", "2007-test");
    }

    @Test
    void linesMayEndAsOnWindowsAndBeginWithAMark() throws IOException {
        StoredScene scene = writeFirst();
        Path file = folder.resolve("results/comp4_det_test_cat.txt");
        Files.writeString(file, "\uFEFF" + Files.readString(file).replace("\n", "\r\n") + "\r\n");

        assertGolden(scene, "voc07", scene.classes(), "VOCdevkit", "results", "--split", "2007-test");
    }

    @Test
    void theFolderOfOneYearTakesBothFormsOfASplit() throws IOException {
        StoredScene scene = writeFirst();

        assertGolden(scene, "voc07", scene.classes(), "VOCdevkit/VOC2007", "results", "--split", "2007-test");
        assertGolden(scene, "voc07", scene.classes(), "VOCdevkit/VOC2007", "results", "--split", "test");
    }

    @Test
    void ilsvrcsMetricIsOneOfThem() throws IOException {
        writeFirst();

        CliRun run = evaluate("ilsvrc", "VOCdevkit", "results", "--split", "2007-test");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("metric").asText()).isEqualTo("ilsvrc");
        assertThat(json.get("mAP").asDouble()).isBetween(0.4, 0.8);
        assertThat(json.get("classes")).hasSize(3);
    }

    @Test
    void textAndCsvTellClassesAndMean() throws IOException {
        writeFirst();
        String[] arguments = {
            "evaluate",
            "--metric",
            "voc07",
            "--ground-truth",
            "VOCdevkit",
            "--split",
            "2007-test",
            "--detections",
            "results"
        };

        assertThat(CliRun.in(folder, arguments).out()).startsWith("""
                bird          0.4909
                cat           0.7636
                dog           0.5545
                mAP           0.6030
                """);
        List<String> csv = new ArrayList<>(List.of(arguments));
        csv.addAll(List.of("--format", "csv"));
        assertThat(CliRun.in(folder, csv.toArray(String[]::new)).out().lines())
                .hasSize(5)
                .startsWith("name,value")
                .anyMatch(line -> line.startsWith("mAP,0.60303"));
    }

    private StoredScene writeFirst() throws IOException {
        StoredScene scene = scenes().findFirst().orElseThrow();
        scene.writeVoc(devkit.resolve("VOC2007"), "test");
        scene.writeResultFiles(folder.resolve("results"), "comp4_det_test_");
        return scene;
    }

    private void assertGolden(
            StoredScene scene,
            String metric,
            Collection<String> classes,
            String groundTruth,
            String detections,
            String... more)
            throws IOException {
        CliRun run = evaluate(metric, groundTruth, detections, more);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("metric").asText()).isEqualTo(metric);
        assertThat(json.get("classes").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(classes);
        double sum = 0;
        for (String name : scene.classes()) {
            double golden = golden(scene, name, metric.equals("voc07") ? "ap_11point" : "ap_area");
            if (scene.annotatedClasses().contains(name)) {
                assertThat(json.at("/classes/" + name).asDouble()).isEqualTo(golden, within(TOLERANCE));
                sum += golden;
            } else {
                assertThat(json.at("/classes/" + name).isNumber()).isFalse();
            }
        }
        assertThat(json.get("mAP").asDouble())
                .isEqualTo(sum / scene.annotatedClasses().size(), within(TOLERANCE));
    }

    /** Of a class without detections the reference has none: 0. */
    private static double golden(StoredScene scene, String name, String key) {
        return scene.json().at("/per_class/" + name + "/devkit_plus1/" + key).asDouble();
    }

    private CliRun evaluate(String metric, String groundTruth, String detections, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "evaluate",
                "--metric",
                metric,
                "--ground-truth",
                groundTruth,
                "--detections",
                detections,
                "--format",
                "json"));
        arguments.addAll(List.of(more));
        return CliRun.in(folder, arguments.toArray(String[]::new));
    }
}
