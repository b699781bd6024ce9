package io.ssdlab.plugin.datasets.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.DataCache;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.data.DatasetReader;
import io.ssdlab.testkit.DatasetReaderContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ShapesReaderTest extends DatasetReaderContract {

    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
    private final Path cache = files.getPath("/cache/data");

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    @Override
    protected DatasetReader reader() {
        return reader(ShapesSplit.TRAIN, 7, cache);
    }

    private static ShapesReader reader(ShapesSplit split, long seed, Path cache) {
        return new ShapesReader(new ShapesConfig(split, 6, 4, 120, seed), new DataCache(cache));
    }

    @Test
    void theSplitsHaveTheirImagesAndTheSameClasses() {
        Dataset train = reader(ShapesSplit.TRAIN, 7, cache).read();
        Dataset test = reader(ShapesSplit.TEST, 7, cache).read();

        assertThat(train.images()).hasSize(6);
        assertThat(test.images()).hasSize(4);
        assertThat(train.classes()).isEqualTo(test.classes()).hasSize(8).isSorted();
        assertThat(train.warnings()).isEmpty();
    }

    @Test
    void theSplitsShareNoImage() throws IOException {
        Map<String, Integer> hashes = new TreeMap<>();
        for (ShapesSplit split : ShapesSplit.values()) {
            for (AnnotatedImage image : reader(split, 7, cache).read().images()) {
                hashes.put(image.id(), Arrays.hashCode(Files.readAllBytes(image.file())));
            }
        }

        assertThat(hashes).hasSize(10);
        assertThat(hashes.values()).doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedGivesTheSameFilesAnywhere() throws IOException {
        Path elsewhere = files.getPath("/elsewhere");
        reader(ShapesSplit.TRAIN, 7, cache).read();
        reader(ShapesSplit.TEST, 7, elsewhere).read();

        assertThat(hashes(cache)).isEqualTo(hashes(elsewhere));
    }

    @Test
    void anotherSeedGivesOtherImages() {
        List<List<AnnotatedObject>> first = objects(reader(ShapesSplit.TRAIN, 7, cache));
        List<List<AnnotatedObject>> second = objects(reader(ShapesSplit.TRAIN, 8, cache));

        assertThat(first).doesNotContainAnyElementsOf(second);
    }

    @Test
    void nothingButTheFinishedFolderIsLeftInTheCache() throws IOException {
        reader(ShapesSplit.TRAIN, 7, cache).read();

        assertThat(entries(cache)).containsExactly("shapes-v1-seed7-120px-6train-4test");
    }

    @Test
    void whatIsThereIsNotDrawnAgain() throws IOException {
        Path file = reader().read().images().get(0).file();
        byte[] other = Files.readAllBytes(reader().read().images().get(1).file());
        Files.write(file, other);

        reader().read();

        assertThat(file).hasBinaryContent(other);
    }

    @Test
    void readersAtTheSameTimeAgree() throws InterruptedException, ExecutionException, IOException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Dataset>> reads = threads.invokeAll(Collections.nCopies(4, () -> reader().read()));
            Dataset first = reads.get(0).get();
            for (Future<Dataset> read : reads) {
                assertThat(read.get()).isEqualTo(first);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(entries(cache)).hasSize(1);
    }

    @Test
    void aDamagedFolderIsAProblemWithARemedy() throws IOException {
        AnnotatedImage image = reader().read().images().get(0);
        Files.write(image.file(), new byte[] {1, 2, 3});

        assertThatThrownBy(() -> reader().read())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Delete this folder")
                .hasMessageContaining(image.file().toString());
    }

    @Test
    void aFullDiskLeavesNothingHalfDrawn() throws IOException {
        Configuration small = Configuration.unix().toBuilder()
                .setMaxSize(32 << 10)
                .setMaxCacheSize(0)
                .build();
        try (FileSystem full = Jimfs.newFileSystem(small)) {
            Path smallCache = full.getPath("/cache");

            assertThatThrownBy(() -> reader(ShapesSplit.TRAIN, 7, smallCache).read())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("/cache/shapes-v1");
            assertThat(entries(smallCache)).isEmpty();
        }
    }

    private static List<List<AnnotatedObject>> objects(DatasetReader reader) {
        return reader.read().images().stream().map(AnnotatedImage::objects).toList();
    }

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    private static Map<String, Integer> hashes(Path folder) throws IOException {
        Map<String, Integer> hashes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                hashes.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        assertThat(hashes).hasSize(22);
        return hashes;
    }
}
