package io.ssdlab.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Dataset;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatasetFingerprintTest {

    private static final AnnotatedObject OBJECT = new AnnotatedObject(new PixelBox(1, 2, 3, 4), 1, false, false);

    private final FileSystem disk = Jimfs.newFileSystem(
            Configuration.unix().toBuilder().setWorkingDirectory("/lab").build());
    private final Path picture = disk.getPath("/a.jpg");

    @BeforeEach
    void write() throws IOException {
        Files.write(picture, new byte[10]);
    }

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    private static String of(String name, String id, Path file, int width, AnnotatedObject... objects) {
        return DatasetFingerprint.of(List.of(dataset(name, id, file, width, objects)), List.of())
                .sha256();
    }

    private static Dataset dataset(String name, String id, Path file, int width, AnnotatedObject... objects) {
        return new Dataset(List.of(name), List.of(new AnnotatedImage(id, file, width, 5, List.of(objects))), List.of());
    }

    @Test
    void dependsOnTheBytesOfFurtherFiles() throws IOException {
        List<Dataset> splits = List.of(dataset("cat", "1", picture, 5, OBJECT));
        Path weights = Files.write(disk.getPath("/weights"), new byte[] {1, 2});
        Path same = Files.write(disk.getPath("/same"), new byte[] {1, 2});
        Path others = Files.write(disk.getPath("/others"), new byte[] {1, 3});
        assertThat(Stream.of(List.<Path>of(), List.of(weights), List.of(others))
                        .map(files -> DatasetFingerprint.of(splits, files)))
                .doesNotHaveDuplicates();
        assertThat(DatasetFingerprint.of(splits, List.of(same)))
                .isEqualTo(DatasetFingerprint.of(splits, List.of(weights)));
    }

    @Test
    void dependsOnEveryPart() throws IOException {
        Path longer = Files.write(disk.getPath("/b.jpg"), new byte[11]);
        PixelBox moved = new PixelBox(1, 2, 3, 4.5);
        assertThat(Stream.of(
                        of("cat", "1", picture, 5, OBJECT),
                        of("dog", "1", picture, 5, OBJECT),
                        of("cat", "2", picture, 5, OBJECT),
                        of("cat", "1", longer, 5, OBJECT),
                        of("cat", "1", picture, 6, OBJECT),
                        of("cat", "1", picture, 5),
                        of("cat", "1", picture, 5, new AnnotatedObject(moved, 1, false, false)),
                        of("cat", "1", picture, 5, new AnnotatedObject(OBJECT.box(), 2, false, false)),
                        of("cat", "1", picture, 5, new AnnotatedObject(OBJECT.box(), 1, true, false)),
                        of("cat", "1", picture, 5, new AnnotatedObject(OBJECT.box(), 1, false, true)),
                        of("cat", "1", picture, 5, new AnnotatedObject(OBJECT.box(), 1, false, false, 3.5))))
                .doesNotHaveDuplicates();
    }

    @Test
    void doesNotDependOnWhereTheFilesLie() throws IOException {
        Path elsewhere = Files.write(disk.getPath("/lab/a.jpg"), new byte[10]);
        assertThat(of("cat", "1", elsewhere, 5, OBJECT)).isEqualTo(of("cat", "1", picture, 5, OBJECT));
    }

    @Test
    void namesAPictureThatIsNotThere() {
        assertThatThrownBy(() -> of("cat", "1", disk.getPath("/none.jpg"), 5))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("/none.jpg: cannot be read: no such file");
    }
}
