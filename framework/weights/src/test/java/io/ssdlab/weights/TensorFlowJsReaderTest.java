package io.ssdlab.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TensorFlowJsReaderTest {

    /** Two groups, the first of two shards that part a tensor; 26 and 2 bytes. */
    private static final String MODEL = """
            {"format": "graph-model", "modelTopology": {"node": [{"name": "a", "attr": {"x": [NaN, 1e400]}}]},
             "weightsManifest": [
              {"paths": ["group1-shard1of2", "group1-shard2of2"], "weights": [
               {"name": "conv/weights", "shape": [1, 1, 2, 2], "dtype": "float32"},
               {"name": "one", "shape": [], "dtype": "int32"},
               {"name": "byte", "shape": [2], "dtype": "float32",
                "quantization": {"dtype": "uint8", "scale": 0.5, "min": -1, "original_dtype": "float32"}},
               {"name": "half", "shape": [1], "dtype": "float32", "quantization": {"dtype": "float16"}},
               {"name": "round", "shape": [1], "dtype": "int32",
                "quantization": {"dtype": "uint16", "scale": 0.5, "min": -0.1}}]},
              {"paths": ["group2"], "weights": [{"name": "flags", "shape": [2], "dtype": "bool"}]}]}
            """;

    @TempDir
    private Path outside;

    private Path folder;
    private Path model;

    @BeforeEach
    void writeAModel() throws IOException {
        folder = Files.createDirectory(outside.resolve("model"));
        model = folder.resolve("model.json");
        Files.writeString(model, MODEL);
        byte[] group = new Bytes()
                .floats(1, 2, 3, 4)
                .put32(-5)
                .put8(0, 255)
                .put16(0x3800)
                .put16(3)
                .toArray();
        Files.write(folder.resolve("group1-shard1of2"), Arrays.copyOfRange(group, 0, 6));
        Files.write(folder.resolve("group1-shard2of2"), Arrays.copyOfRange(group, 6, group.length));
        Files.write(folder.resolve("group2"), new byte[] {1, 0});
    }

    @Test
    void readsAModelByItsFolder() {
        try (TensorFile opened = TensorFiles.open(folder)) {
            assertThat(opened.format()).isEqualTo("tensorflow-js");
            assertThat(opened.metadata()).isEmpty();
            assertThat(opened.tensors().values())
                    .containsExactly(
                            new TensorInfo("conv/weights", List.of(1, 1, 2, 2), ElementType.FLOAT32),
                            new TensorInfo("one", List.of(), ElementType.INT32),
                            new TensorInfo("byte", List.of(2), ElementType.FLOAT32),
                            new TensorInfo("half", List.of(1), ElementType.FLOAT32),
                            new TensorInfo("round", List.of(1), ElementType.INT32),
                            new TensorInfo("flags", List.of(2), ElementType.BOOL));
            assertThat(opened.read("conv/weights")).containsExactly(1, 2, 3, 4);
            assertThat(opened.read("one")).containsExactly(-5);
            assertThat(opened.read("byte")).containsExactly(-1, 126.5f);
            assertThat(opened.read("half")).containsExactly(0.5f);
            assertThat(opened.read("round")).as("1.4, made whole").containsExactly(1);
            assertThat(opened.read("flags")).containsExactly(1, 0);
            opened.verify();
        }
        assertThat(Reading.all(model)).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../group2", "a/../../group2", "/group2", "..\\\\group2", "http://host/../../../group2"})
    void refusesAShardOutsideOfTheFolder(String path) throws IOException {
        Files.write(outside.resolve("group2"), new byte[] {1, 0});
        Files.writeString(model, MODEL.replace("\"group2\"", "\"" + path + "\""));
        assertThat(Reading.problems(folder))
                .singleElement()
                .asString()
                .startsWith(model.toString())
                .contains("lies outside the model's folder");
    }

    @Test
    void refusesALinkOutOfTheFolder() throws IOException {
        Path secret = Files.write(outside.resolve("secret"), new byte[] {1, 0});
        Files.delete(folder.resolve("group2"));
        Files.createSymbolicLink(folder.resolve("group2"), secret);
        assertThat(Reading.problems(folder))
                .containsExactly(model + ": shard 'group2' is a link out of the model's folder");
    }

    @Test
    void namesEveryShardThatIsMissing() throws IOException {
        Files.delete(folder.resolve("group1-shard1of2"));
        Files.delete(folder.resolve("group2"));
        assertThat(Reading.problems(folder))
                .containsExactly(
                        model + ": shard 'group1-shard1of2' is no file", model + ": shard 'group2' is no file");
    }

    @Test
    void refusesShardsOfAnotherLength() throws IOException {
        Files.write(folder.resolve("group2"), new byte[] {1, 0, 1});
        assertThat(Reading.problems(folder))
                .containsExactly(model + ": the tensors of the group of [group2] take 2 bytes, its shards have 3");
        Files.write(folder.resolve("group2"), new byte[] {1});
        assertThat(Reading.problems(folder))
                .containsExactly(
                        model + ": tensor 'flags' takes 2 bytes from byte 0 on, but there are 1",
                        model + ": the tensors of the group of [group2] take 2 bytes, its shards have 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "shape": [2], "dtype": "bool" | "shape": [4611686018427387904, 4], "dtype": "bool" | has the shape
                    "shape": [2], "dtype": "bool" | "shape": [-2], "dtype": "bool" | has the shape [-2]
                    "shape": [2], "dtype": "bool" | "shape": [1,1,1,1,1,1,1,1,2], "dtype": "bool" | has 9 axes
                    "shape": [2], "dtype": "bool" | "shape": [2], "dtype": "string" | is of type string
                    "shape": [2], "dtype": "bool" | "shape": [2] | the tensor lacks a field
                    "flags" | "one" | tensor 'one' occurs twice
                    "dtype": "float16" | "dtype": "uint8" | has a quantization that is not known
                    "scale": 0.5, "min": -1 | "scale": NaN, "min": -1 | scale is NaN
                    "group1-shard2of2" | "group1-shard1of2" | is listed twice
                    "weightsManifest" | "weights" | has no weightsManifest
                    [NaN, 1e400] | [[[ | no valid JSON
                    """)
    void refusesWhatAManifestMustNotSay(String good, String bad, String what) throws IOException {
        assertThat(MODEL).contains(good);
        Files.writeString(model, MODEL.replace(good, bad));
        assertThat(Reading.problems(folder))
                .first()
                .asString()
                .startsWith(model.toString())
                .contains(what);
    }

    @Test
    void refusesAFolderWithoutAModel() throws IOException {
        Files.delete(model);
        assertThat(Reading.problems(folder)).containsExactly(folder + ": the folder has no model.json");
    }

    @Test
    void readsOrRefusesDamagedFiles() throws IOException {
        Reading.damage(model, folder, 1, 1000);
        Reading.damage(folder.resolve("group1-shard2of2"), folder, 1, 100);
    }
}
