package io.ssdlab.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsReaderTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("weights.bin");
    }

    private void write(String header, Bytes data) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        Files.write(
                file,
                new Bytes()
                        .put64(text.length)
                        .text(header)
                        .put8(toInts(data.toArray()))
                        .toArray());
    }

    private static int[] toInts(byte[] bytes) {
        int[] values = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = bytes[i];
        }
        return values;
    }

    @Test
    void readsEveryTypeAsFloats() throws IOException {
        write(
                """
                {"__metadata__": {"format": "pt", "by": "hand"},
                 "f32": {"dtype": "F32", "shape": [2, 1], "data_offsets": [0, 8]},
                 "f64": {"dtype": "F64", "shape": [], "data_offsets": [8, 16]},
                 "i64": {"dtype": "I64", "shape": [1], "data_offsets": [16, 24]},
                 "i32": {"dtype": "I32", "shape": [1], "data_offsets": [24, 28]},
                 "f16": {"dtype": "F16", "shape": [6], "data_offsets": [28, 40]},
                 "bf16": {"dtype": "BF16", "shape": [2], "data_offsets": [40, 44]},
                 "u8": {"dtype": "U8", "shape": [2], "data_offsets": [44, 46]},
                 "none": {"dtype": "F32", "shape": [3, 0], "data_offsets": [0, 0]}}
                """,
                new Bytes()
                        .floats(1.5f, -0f)
                        .put64(Double.doubleToLongBits(0.1), -3)
                        .put32(-7)
                        .put16(0x3C00)
                        .put16(0xC000)
                        .put16(0x0001)
                        .put16(0x7BFF)
                        .put16(0x7C00)
                        .put16(0x7E00)
                        .put16(0x3FC0)
                        .put16(0xC2F7)
                        .put8(200, 3));
        try (TensorFile opened = TensorFiles.open(file)) {
            assertThat(opened.format()).isEqualTo("safetensors");
            assertThat(opened.metadata()).containsEntry("format", "pt").containsEntry("by", "hand");
            assertThat(opened.tensors().keySet())
                    .containsExactly("f32", "f64", "i64", "i32", "f16", "bf16", "u8", "none");
            assertThat(opened.tensors().get("f32"))
                    .isEqualTo(new TensorInfo("f32", List.of(2, 1), ElementType.FLOAT32));
            assertThat(opened.read("f32")).containsExactly(1.5f, -0f);
            assertThat(opened.read("f64")).containsExactly(0.1f);
            assertThat(opened.read("i64")).containsExactly(-3);
            assertThat(opened.read("i32")).containsExactly(-7);
            assertThat(opened.read("f16")).containsExactly(1, -2, 0x1p-24f, 65504, Float.POSITIVE_INFINITY, Float.NaN);
            assertThat(opened.read("bf16")).containsExactly(1.5f, -123.5f);
            assertThat(opened.read("u8")).containsExactly(200, 3);
            assertThat(opened.read("none")).isEmpty();
            assertThatThrownBy(() -> opened.read("other"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("has no tensor 'other'")
                    .hasMessageContaining("f32, f64, i64, i32, f16 and 3 more");
            opened.verify();
        }
    }

    @Test
    void takesGapsAndAnyOrder() throws IOException {
        write("""
                {"b": {"dtype": "F32", "shape": [1], "data_offsets": [8, 12]},
                 "a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}
                """, new Bytes().floats(1, 2, 3, 4));
        assertThat(Reading.all(file).get("a")).containsExactly(1);
        assertThat(Reading.all(file).get("b")).containsExactly(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a": {"dtype": "F32", "shape": [3], "data_offsets": [0, 8]}} | needs 12 bytes, but has 8
                    {"a": {"dtype": "F32", "shape": [2], "data_offsets": [4, 12]}} | no range of the file's 8 bytes
                    {"a": {"dtype": "F32", "shape": [2], "data_offsets": [8, 0]}} | no range of the file's 8 bytes
                    {"a": {"dtype": "F32", "shape": [2], "data_offsets": [-8, 0]}} | no range of the file's 8 bytes
                    {"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8, 9]}} | no range of the file's 8 bytes
                    {"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 1e400]}} | data_offsets is 1e400
                    {"a": {"dtype": "F32", "shape": [9223372036854775808], "data_offsets": [0, 8]}} | shape is 9223372036854775808
                    {"a": {"dtype": "F32", "shape": [4294967296, 4294967296], "data_offsets": [0, 0]}} | has the shape [4294967296, 4294967296]
                    {"a": {"dtype": "F32", "shape": [65536, 65536, 65536, 65536], "data_offsets": [0, 0]}} | has the shape [65536, 65536
                    {"a": {"dtype": "F32", "shape": [-1, -2], "data_offsets": [0, 8]}} | has the shape [-1, -2]
                    {"a": {"dtype": "F32", "shape": [1,1,1,1,1,1,1,1,2], "data_offsets": [0, 8]}} | has 9 axes
                    {"a": {"dtype": "Q4", "shape": [2], "data_offsets": [0, 8]}} | is of type Q4
                    {"a": {"dtype": "F32", "shape": [2]}} | lacks a field
                    {"a": [1, 2]} | tensor 'a' is no object
                    {"": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}} | has a name of 0 characters
                    {"\\u001b[1m": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}} | tensor '?[1m' has control characters
                    {"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}, "a": {}} | Duplicate field 'a'
                    {"__metadata__": {"a": 1}} | the value of 'a' is 1
                    {"a": {"dtype": "F32" | no valid JSON
                    {} | the file holds no tensor
                    """)
    void refusesWhatAHeaderMustNotSay(String header, String what) throws IOException {
        write(header, new Bytes().floats(1, 2));
        assertThat(Reading.problems(file))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem).startsWith(file.toString()).contains(what));
    }

    @Test
    void namesEveryProblem() throws IOException {
        write("""
                {"a": {"dtype": "F32", "shape": [3], "data_offsets": [0, 8]},
                 "b": {"dtype": "C64", "shape": [1], "data_offsets": [0, 8]},
                 "c": {"dtype": "F32", "shape": [1], "data_offsets": [0, 80]}}
                """, new Bytes().floats(1, 2));
        assertThat(Reading.problems(file)).hasSize(3);
    }

    @Test
    void refusesTensorsThatShareBytes() throws IOException {
        write("""
                {"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]},
                 "b": {"dtype": "F32", "shape": [2], "data_offsets": [4, 12]}}
                """, new Bytes().floats(1, 2, 3));
        assertThat(Reading.problems(file)).containsExactly(file + ": tensors 'a' and 'b' overlap");
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 60, -1, 3, Long.MAX_VALUE, 1L << 32})
    void refusesAHeaderOfAnotherLength(long length) throws IOException {
        Files.write(file, new Bytes().put64(length).text("{}").toArray());
        assertThat(Reading.problems(file))
                .containsExactly(file
                        + ": the header should take %s bytes, but 2 follow".formatted(Long.toUnsignedString(length)));
    }

    @Test
    void refusesDeepNestingAndALongText() throws IOException {
        write("{\"a\": " + "[".repeat(100) + "]".repeat(100) + "}", new Bytes());
        assertThat(Reading.problems(file)).singleElement().asString().contains("no object");
        write("{\"a\": {\"x\": " + "[".repeat(100) + "]".repeat(100) + "}}", new Bytes());
        assertThat(Reading.problems(file)).singleElement().asString().contains("nesting depth");
    }

    @Test
    void readsOrRefusesDamagedFiles() throws IOException {
        write("""
                {"__metadata__": {"format": "pt"}, "a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]},
                 "b": {"dtype": "U8", "shape": [2, 1], "data_offsets": [8, 10]}}""", new Bytes().floats(1, 2).put8(3, 4));
        Reading.damage(file, file, 1, 1000);
    }
}
