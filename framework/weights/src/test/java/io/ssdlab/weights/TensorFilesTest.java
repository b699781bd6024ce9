package io.ssdlab.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorFilesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"no weights", "\n\n", "\n\u0003abc\n", "<html>", "\u0012"})
    void listsWhatCanBeReadForAnythingElse(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("weights.safetensors"), content);
        assertThatThrownBy(() -> TensorFiles.open(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(file + ": the file is of no format that can be read")
                .hasMessageContainingAll("safetensors", "model.json", ".caffemodel", ".h5", ".params");
    }

    @Test
    void namesAnEmptyAndAMissingFile() throws IOException {
        Path file = Files.createFile(folder.resolve("weights"));
        assertThat(Reading.problems(file)).containsExactly(file + ": the file is empty");
        Files.delete(file);
        assertThat(Reading.problems(file)).containsExactly(file + ": no such file");
    }

    @Test
    void refusesPicklesAndTellsHowToConvertThem() throws IOException {
        Path archive = folder.resolve("model.pth");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
            out.putNextEntry(new ZipEntry("model/data.pkl"));
            out.write("cos\nsystem\n".getBytes(StandardCharsets.US_ASCII));
        }
        Path bare = Files.write(folder.resolve("old.pt"), new byte[] {(byte) 0x80, 2, (byte) 0x8a, 10, 'l'});
        for (Path file : new Path[] {archive, bare}) {
            assertThatThrownBy(() -> TensorFiles.open(file))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("a pickle can run any program")
                    .hasMessageContaining("torch.load(\"" + file.getFileName() + "\"")
                    .hasMessageContaining("save_file(");
        }
    }

    @Test
    void refusesNoise() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        Path file = folder.resolve("noise");
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(1, 400)];
            random.nextBytes(bytes);
            Files.write(file, bytes);
            assertThat(Reading.problems(file)).isNotEmpty();
        }
    }
}
