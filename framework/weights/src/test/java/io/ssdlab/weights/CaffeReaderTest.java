package io.ssdlab.weights;

import static io.ssdlab.weights.CaffeModelBytes.shape;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaffeReaderTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("weights");
    }

    /** A layer of today's form: its name, its type, and its blobs. */
    private static CaffeModelBytes layer(String name, CaffeModelBytes... blobs) throws IOException {
        CaffeModelBytes layer =
                new CaffeModelBytes().text(1, name).text(2, "Convolution").text(3, "bottom");
        for (CaffeModelBytes blob : blobs) {
            layer.message(7, blob);
        }
        return layer;
    }

    private static CaffeModelBytes blob(CaffeModelBytes shape, Bytes floats) throws IOException {
        return new CaffeModelBytes().packed(5, floats).message(7, shape);
    }

    private static CaffeModelBytes network() throws IOException {
        return new CaffeModelBytes()
                .text(1, "VGG_SSD")
                .number(5, 0)
                .message(100, layer("data"))
                .message(
                        100,
                        layer(
                                "conv1_1",
                                blob(shape(2, 1, 1, 2), new Bytes().floats(1, 2, 3, 4)),
                                blob(shape(2), new Bytes().floats(-1, 0.5f))))
                .message(
                        100,
                        layer(
                                "norm",
                                new CaffeModelBytes()
                                        .message(7, shape())
                                        .packed(8, new Bytes().put64(Double.doubleToLongBits(20)))));
    }

    @Test
    void readsLayersOfTodaysForm() throws IOException {
        Files.write(file, network().toArray());
        try (TensorFile opened = TensorFiles.open(file)) {
            assertThat(opened.format()).isEqualTo("caffe");
            assertThat(opened.tensors().values())
                    .containsExactly(
                            new TensorInfo("conv1_1.0", List.of(2, 1, 1, 2), ElementType.FLOAT32),
                            new TensorInfo("conv1_1.1", List.of(2), ElementType.FLOAT32),
                            new TensorInfo("norm.0", List.of(), ElementType.FLOAT64));
            assertThat(opened.read("conv1_1.0")).containsExactly(1, 2, 3, 4);
            assertThat(opened.read("conv1_1.1")).containsExactly(-1, 0.5f);
            assertThat(opened.read("norm.0")).containsExactly(20);
            opened.verify();
        }
    }

    @Test
    void readsOldLayersAndShapes() throws IOException {
        CaffeModelBytes blob = new CaffeModelBytes()
                .number(1, 1)
                .number(2, 3)
                .number(3, 1)
                .number(4, 2)
                .packed(5, new Bytes().floats(1, 2, 3, 4, 5, 6))
                .packed(6, new Bytes().floats(0, 0, 0, 0, 0, 0));
        CaffeModelBytes layer = new CaffeModelBytes()
                .text(2, "bottom")
                .text(4, "fc6")
                .number(5, 14)
                .message(6, blob);
        Files.write(file, new CaffeModelBytes().text(1, "old").message(2, layer).toArray());
        try (TensorFile opened = TensorFiles.open(file)) {
            assertThat(opened.tensors().values())
                    .containsExactly(new TensorInfo("fc6.0", List.of(1, 3, 1, 2), ElementType.FLOAT32));
            assertThat(opened.read("fc6.0")).containsExactly(1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void refusesBlobsWhoseShapeDoesNotFit() throws IOException {
        Bytes two = new Bytes().floats(1, 2);
        Files.write(
                file,
                new CaffeModelBytes()
                        .message(
                                100,
                                layer(
                                        "a",
                                        blob(shape(3), two),
                                        blob(shape(1L << 40, 1L << 40), two),
                                        blob(shape(-1, -2), two),
                                        blob(shape(1, 1, 1, 1, 1, 1, 1, 1, 2), two),
                                        new CaffeModelBytes().message(7, shape(2)),
                                        blob(shape(2), two)))
                        .toArray());
        assertThat(Reading.problems(file))
                .containsExactly(
                        file + ": tensor 'a.0' of shape [3] and type FLOAT32 needs 12 bytes, but has 8",
                        file + ": tensor 'a.1' has the shape [1099511627776, 1099511627776]",
                        file + ": tensor 'a.2' has the shape [-1, -2]",
                        file + ": tensor 'a.3' has 9 axes",
                        file + ": tensor 'a.4' of shape [2] and type FLOAT32 needs 8 bytes, but has 0");
    }

    @Test
    void refusesALayerThatOccursTwice() throws IOException {
        CaffeModelBytes layer = layer("a", blob(shape(1), new Bytes().floats(1)));
        Files.write(
                file,
                new CaffeModelBytes().message(100, layer).message(100, layer).toArray());
        assertThat(Reading.problems(file)).containsExactly(file + ": tensor 'a.0' occurs twice");
    }

    @Test
    void refusesElementsInPieces() throws IOException {
        CaffeModelBytes blob =
                new CaffeModelBytes().message(7, shape(2)).unpacked(5, 1).unpacked(5, 2);
        Files.write(file, new CaffeModelBytes().message(100, layer("a", blob)).toArray());
        assertThat(Reading.problems(file)).singleElement().asString().contains("lie in several pieces");
    }

    @Test
    void refusesLengthsThatTheFileDoesNotHave() throws IOException {
        byte[] whole = network().toArray();
        Files.write(file, Arrays.copyOf(whole, whole.length - 3));
        assertThat(Reading.problems(file)).singleElement().asString().contains("no valid NetParameter of Caffe");
        // A layer of 2 GiB less a byte, in a file of 10 bytes.
        Files.write(
                file,
                new Bytes()
                        .put8(0xA2, 0x06, 0xFF, 0xFF, 0xFF, 0xFF, 0x07)
                        .put8(1, 2, 3)
                        .toArray());
        assertThat(Reading.problems(file)).singleElement().asString().contains("no valid NetParameter of Caffe");
        // A name of a million bytes.
        Files.write(
                file,
                new CaffeModelBytes().message(100, layer("a".repeat(1_000_000))).toArray());
        assertThat(Reading.problems(file)).containsExactly(file + ": a layer's name takes 1000000 bytes");
    }

    @Test
    void readsOrRefusesDamagedFiles() throws IOException {
        Files.write(file, network().toArray());
        Reading.damage(file, file, 1, 1000);
    }
}
