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

class MxnetReaderTest {

    private static final int V1 = 0xF993FAC8;
    private static final int V2 = 0xF993FAC9;
    private static final int V3 = 0xF993FACA;
    private static final int FLOAT32 = 0;
    private static final int FLOAT16 = 2;
    private static final int INT64 = 6;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("weights");
    }

    private static Bytes list(long count) {
        return new Bytes().put64(0x112, 0, count);
    }

    /** The start of an array as MXNet 1.x writes it, up to its elements. */
    private static Bytes dense(Bytes to, int type, long... shape) {
        return to.put32(V2)
                .put32(0)
                .put32(shape.length)
                .put64(shape)
                .put32(1)
                .put32(0)
                .put32(type);
    }

    private static Bytes names(Bytes to, String... names) {
        to.put64(names.length);
        for (String name : names) {
            to.put64(name.length()).text(name);
        }
        return to;
    }

    private static Bytes good() {
        Bytes bytes = dense(list(2), FLOAT32, 2, 1, 1, 2).floats(1, 2, 3, 4);
        return names(dense(bytes, FLOAT16, 1).put16(0x3C00), "arg:conv0_weight", "aux:bn0_moving_mean");
    }

    @Test
    void readsArraysAsTodayWritten() throws IOException {
        Files.write(file, good().toArray());
        try (TensorFile opened = TensorFiles.open(file)) {
            assertThat(opened.format()).isEqualTo("mxnet");
            assertThat(opened.tensors().values())
                    .containsExactly(
                            new TensorInfo("arg:conv0_weight", List.of(2, 1, 1, 2), ElementType.FLOAT32),
                            new TensorInfo("aux:bn0_moving_mean", List.of(1), ElementType.FLOAT16));
            assertThat(opened.read("arg:conv0_weight")).containsExactly(1, 2, 3, 4);
            assertThat(opened.read("aux:bn0_moving_mean")).containsExactly(1);
        }
    }

    @Test
    void readsArraysOfOtherVersions() throws IOException {
        Bytes bytes = list(5);
        // Before there were versions: as many axes, each of 4 bytes.
        bytes.put32(2).put32(1).put32(2).put32(1).put32(0).put32(FLOAT32).floats(1, 2);
        bytes.put32(V1).put32(1).put64(1).put32(1).put32(0).put32(FLOAT32).floats(3);
        // No axes: no value in version 2, a scalar in version 3, where -1 axes are no value.
        bytes.put32(V2).put32(0).put32(0);
        bytes.put32(V3).put32(0).put32(0).put32(1).put32(0).put32(INT64).put64(4);
        bytes.put32(V3).put32(0).put32(-1);
        Files.write(file, names(bytes, "a", "b", "c", "d", "e").toArray());
        try (TensorFile opened = TensorFiles.open(file)) {
            assertThat(opened.tensors().values())
                    .containsExactly(
                            new TensorInfo("a", List.of(1, 2), ElementType.FLOAT32),
                            new TensorInfo("b", List.of(1), ElementType.FLOAT32),
                            new TensorInfo("d", List.of(), ElementType.INT64));
            assertThat(opened.read("a")).containsExactly(1, 2);
            assertThat(opened.read("b")).containsExactly(3);
            assertThat(opened.read("d")).containsExactly(4);
        }
    }

    @Test
    void namesArraysWithoutNamesByTheirNumber() throws IOException {
        Files.write(file, names(dense(list(1), FLOAT32, 1).floats(7)).toArray());
        assertThat(Reading.all(file).get("0")).containsExactly(7);
    }

    @ParameterizedTest
    @CsvSource({
        "1152921504606846976, larger than the rest of the file",
        "1073741824, larger than the rest of the file",
        "-1, larger than the rest of the file"
    })
    void refusesLengthsThatTheFileDoesNotHave(long length, String what) throws IOException {
        Files.write(file, dense(list(1), FLOAT32, length, 4).floats(1).toArray());
        assertThat(Reading.problems(file)).singleElement().asString().contains(what);
    }

    @Test
    void refusesWhatAListMustNotSay() throws IOException {
        refused(list(1L << 60), "claims 1152921504606846976 arrays");
        refused(list(-1), "claims 18446744073709551615 arrays");
        refused(list(1).put32(V2).put32(1), "array 0 is sparse");
        refused(list(1).put32(V2).put32(0).put32(33), "array 0 has 33 axes");
        refused(dense(list(1), 11, 1).floats(1), "array 0 is of type number 11");
        refused(names(dense(list(1), FLOAT32, 1).floats(1), "a", "b"), "1 arrays have 2 names");
        refused(dense(list(1), FLOAT32, 1).floats(1).put64(1, 1L << 40), "a name takes 1099511627776 bytes");
        Bytes two = dense(dense(list(2), FLOAT32, 1).floats(1), FLOAT32, 1).floats(2);
        refused(names(two, "a", "a"), "tensor 'a' occurs twice");
        refused(names(dense(list(1), FLOAT32, 1).floats(1), "a").zeros(3), "3 bytes follow after the names");
        byte[] whole = good().toArray();
        refused(new Bytes().put8(ints(Arrays.copyOf(whole, whole.length - 1))), "takes");
        refused(new Bytes().put8(ints(Arrays.copyOf(whole, 40))), "ends in the middle");
    }

    private void refused(Bytes bytes, String what) throws IOException {
        Files.write(file, bytes.toArray());
        assertThat(Reading.problems(file)).singleElement().asString().contains(what);
    }

    private static int[] ints(byte[] bytes) {
        int[] values = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = bytes[i];
        }
        return values;
    }

    @Test
    void readsOrRefusesDamagedFiles() throws IOException {
        Files.write(file, good().toArray());
        Reading.damage(file, file, 1, 1000);
    }
}
