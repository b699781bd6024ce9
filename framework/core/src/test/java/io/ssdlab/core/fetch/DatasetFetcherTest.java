package io.ssdlab.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.core.store.FolderLock;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFetcherTest {

    private static final DownloadPolicy QUICK =
            new DownloadPolicy(2, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(20));
    private static final byte[] TRAINVAL = new Archives()
            .special("VOCdevkit/", TarConstants.LF_DIR, "")
            .file("VOCdevkit/VOC2007/Annotations/1.xml", "<one/>")
            .file("VOCdevkit/VOC2007/ImageSets/Main/trainval.txt", "1")
            .file("VOCdevkit/VOC2007/code.m", "first")
            .file("VOCdevkit/other.txt", "of no data set")
            .bytes();
    private static final byte[] TEST = new Archives()
            .file("VOCdevkit/VOC2007/Annotations/2.xml", "<two/>")
            .file("VOCdevkit/VOC2007/ImageSets/Main/test.txt", "2")
            .file("VOCdevkit/VOC2007/code.m", "second")
            .bytes();
    private static final String[] FETCHED = {
        "VOCdevkit/VOC2007/Annotations/1.xml",
        "VOCdevkit/VOC2007/Annotations/2.xml",
        "VOCdevkit/VOC2007/ImageSets/Main/test.txt",
        "VOCdevkit/VOC2007/ImageSets/Main/trainval.txt",
        "VOCdevkit/VOC2007/code.m",
        "downloads/.lock",
        "downloads/voc2007.json"
    };

    private final FileSystem disk = newDisk(64 << 20);
    private final HeardProgress progress = new HeardProgress();
    private final TestServer server = new TestServer();
    private final URI trainval = server.serve("/trainval.tar", TestServer.file(TRAINVAL));
    private final URI test = server.serve("/test.tar", TestServer.file(TEST));
    private Path root = disk.getPath("/lab/data");

    private static FileSystem newDisk(long bytes) {
        return Jimfs.newFileSystem(Configuration.unix().toBuilder().setWorkingDirectory("/lab").build().toBuilder()
                .setMaxSize(bytes)
                .build());
    }

    @AfterEach
    void closeAll() throws IOException {
        server.close();
        disk.close();
    }

    @Test
    void archivesMergeIntoTheFolderOfTheDataSet() throws IOException {
        assertThat(presence()).isEqualTo(Presence.ABSENT);

        assertThat(fetch()).isTrue();

        assertThat(files()).containsExactly(FETCHED);
        assertThat(Files.readString(root.resolve("VOCdevkit/VOC2007/code.m"))).isEqualTo("second");
        assertThat(presence()).isEqualTo(Presence.FETCHED);
        assertThat(Files.readString(root.resolve("downloads/voc2007.json")))
                .contains("\"files\" : 5", "\"sha256\" : \"" + Archives.sha256(TEST) + "\"");
        assertThat(progress.tasks)
                .extracting(task -> task.replaceAll(" from.*", ""))
                .containsExactly(
                        "download trainval.tar",
                        "check trainval.tar",
                        "download test.tar",
                        "check test.tar",
                        "unpack trainval.tar",
                        "unpack test.tar");
    }

    @Test
    void onARealDiskToo(@TempDir Path real) throws IOException {
        root = real.resolve("data");

        assertThat(fetch()).isTrue();

        assertThat(files()).containsExactly(FETCHED);
        assertThat(fetch()).isFalse();
    }

    @Test
    void aSecondTimeThereIsNothingToDo() throws IOException {
        fetch();
        Files.writeString(root.resolve("VOCdevkit/VOC2007/mine.txt"), "added");

        assertThat(fetch()).isFalse();

        assertThat(server.requests()).hasSize(2);
        assertThat(Files.exists(root.resolve("VOCdevkit/VOC2007/mine.txt"))).isTrue();
    }

    @Test
    void otherYearsStay() throws IOException {
        Path other = Files.createDirectories(root.resolve("VOCdevkit/VOC2012")).resolve("a.txt");
        Files.writeString(other, "kept");

        fetch();

        assertThat(Files.readString(other)).isEqualTo("kept");
    }

    @Test
    void aFolderThatWasNotFetchedIsLeftAlone() throws IOException {
        Path mine = Files.createDirectories(root.resolve("VOCdevkit/VOC2007")).resolve("mine.txt");
        Files.writeString(mine, "mine");

        assertThat(presence()).isEqualTo(Presence.FOREIGN);
        assertThatThrownBy(this::fetch)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("/lab/data/VOCdevkit/VOC2007: is there already, and was not fetched")
                .hasMessageContaining("move it away");

        assertThat(files()).containsExactly("VOCdevkit/VOC2007/mine.txt");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void lostFilesAreNoticed() throws IOException {
        fetch();
        Files.delete(root.resolve("VOCdevkit/VOC2007/code.m"));

        assertThat(presence()).isEqualTo(Presence.INCOMPLETE);
        assertThatThrownBy(this::fetch)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is not as it was fetched");
    }

    @Test
    void aManifestOfOtherArchivesOrNoneAtAllIsNoProof() throws IOException {
        fetch();
        Path manifest = root.resolve("downloads/voc2007.json");

        Files.writeString(manifest, Files.readString(manifest).replace(Archives.sha256(TEST), "0".repeat(64)));
        assertThat(presence()).isEqualTo(Presence.INCOMPLETE);
        for (String broken : List.of("", "{", "{}", "[]", "null", "\u0000")) {
            Files.writeString(manifest, broken);
            assertThat(presence()).as(broken).isEqualTo(Presence.FOREIGN);
        }
    }

    @Test
    void aFolderMovedAwayIsFetchedAgain() throws IOException {
        fetch();
        Files.move(root.resolve("VOCdevkit/VOC2007"), root.resolve("elsewhere"));

        assertThat(fetch()).isTrue();
        assertThat(presence()).isEqualTo(Presence.FETCHED);
    }

    @Test
    void anInterruptedExtractionStartsOver() throws IOException {
        Path leftover = Files.createDirectories(root.resolve("downloads/voc2007.unpacking/VOCdevkit/VOC2007/old"));
        Files.writeString(leftover.resolve("half.jpg"), "ha");
        Files.write(root.resolve("downloads/trainval.tar"), TRAINVAL);

        assertThat(fetch()).isTrue();

        assertThat(files()).containsExactly(FETCHED);
        assertThat(server.requests()).containsExactly("/test.tar");
    }

    @Test
    void archivesCanBeKept() throws IOException {
        new DatasetFetcher(new DataFolder(root), QUICK, true, progress).fetch(dataset());

        assertThat(Files.readAllBytes(root.resolve("downloads/test.tar"))).isEqualTo(TEST);
        assertThat(Files.readAllBytes(root.resolve("downloads/trainval.tar"))).isEqualTo(TRAINVAL);
    }

    @Test
    void aFailedDownloadKeepsWhatIsDone() throws IOException {
        FetchableDataset broken = dataset(server.serve("/cut.tar", TestServer.cut(TEST, 1000), TestServer.status(404)));

        assertThatThrownBy(() -> fetcher().fetch(broken)).isInstanceOf(StorageException.class);
        assertThat(files()).contains("downloads/trainval.tar").noneMatch(file -> file.startsWith("VOCdevkit"));

        assertThat(fetch()).isTrue();
        assertThat(server.requests()).filteredOn("/trainval.tar"::equals).hasSize(1);
        assertThat(files()).containsExactly(FETCHED);
    }

    @Test
    void nothingOfAHostileArchiveIsKept() throws IOException {
        byte[] hostile = new Archives()
                .file("VOCdevkit/VOC2007/good.txt", "good")
                .file("VOCdevkit/VOC2007/../../../../evil.txt", "evil")
                .bytes();
        ArchiveSource source =
                Archives.source("evil.tar", hostile, server.serve("/evil.tar", TestServer.file(hostile)));

        assertThatThrownBy(() -> fetcher().fetch(dataset("VOCdevkit/VOC2007", source)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("evil.txt' is not within");

        assertThat(files()).containsExactly("downloads/.lock", "downloads/evil.tar");
        assertThat(Files.exists(disk.getPath("/lab/evil.txt"))).isFalse();
    }

    @Test
    void archivesWithoutTheFolderAreRefused() {
        FetchableDataset wrong = dataset("VOCdevkit/VOC2011", Archives.source("test.tar", TEST, test));

        assertThatThrownBy(() -> fetcher().fetch(wrong))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("its archives have no folder VOCdevkit/VOC2011");
        assertThat(files()).containsExactly("downloads/.lock", "downloads/test.tar");
    }

    @Test
    void twoProcessesDoNotFetchIntoOneFolder(@TempDir Path real) {
        root = real.resolve("data");
        FolderLock other = new DataFolder(root).lock();
        try {
            assertThatThrownBy(this::fetch)
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("another process fetches into this folder");
        } finally {
            other.close();
        }
        assertThat(server.requests()).isEmpty();
        assertThat(fetch()).isTrue();
    }

    @Test
    void tooLittleSpaceIsToldBeforeAnythingIsDownloaded() throws IOException {
        try (FileSystem small = newDisk(20_000)) {
            root = small.getPath("/lab/data");

            assertThatThrownBy(this::fetch)
                    .isInstanceOf(StorageException.class)
                    .hasMessageMatching(
                            "(?s)/lab/data: voc2007 needs 0\\.0 MB for its archives and files, and 0\\.0 MB.*")
                    .hasMessageContaining("free some space");
            assertThat(server.requests()).isEmpty();
        }
    }

    private boolean fetch() {
        return fetcher().fetch(dataset());
    }

    private DatasetFetcher fetcher() {
        return new DatasetFetcher(new DataFolder(root), QUICK, false, progress);
    }

    private Presence presence() {
        return new DataFolder(root).presence(dataset());
    }

    private FetchableDataset dataset() {
        return dataset(test);
    }

    private FetchableDataset dataset(URI testAddress) {
        return dataset(
                "VOCdevkit/VOC2007",
                Archives.source("trainval.tar", TRAINVAL, trainval),
                Archives.source("test.tar", TEST, testAddress));
    }

    private static FetchableDataset dataset(String folder, ArchiveSource... archives) {
        return new FetchableDataset(
                "voc2007", "VOC", folder, URI.create("http://voc.example/"), "none", List.of(archives));
    }

    private List<String> files() {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(file -> !Files.isDirectory(file))
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
