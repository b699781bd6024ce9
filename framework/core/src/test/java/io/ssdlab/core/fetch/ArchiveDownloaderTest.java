package io.ssdlab.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.core.store.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveDownloaderTest {

    private static final DownloadPolicy QUICK =
            new DownloadPolicy(4, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(20));
    private static final byte[] CONTENT = content(1, 300_000);
    private static final byte[] OTHER = content(2, CONTENT.length);

    private final FileSystem disk = Jimfs.newFileSystem(
            Configuration.unix().toBuilder().setWorkingDirectory("/lab").build());
    private final Path folder = disk.getPath("/lab");
    private final Path file = folder.resolve("a.tar");
    private final Path part = folder.resolve("a.tar.part");
    private final HeardProgress progress = new HeardProgress();
    private final TestServer server = new TestServer();

    @AfterEach
    void closeAll() throws IOException {
        server.close();
        disk.close();
    }

    private static byte[] content(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void theFileIsThereWholeAndNothingElse() throws IOException {
        assertThat(download(server.serve("/a", TestServer.file(CONTENT)))).isEqualTo(file);

        assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
        assertThat(files()).containsExactly("a.tar");
        assertThat(server.requests()).containsExactly("/a");
        assertThat(progress.tasks).containsExactly("download a.tar from 0 of 300000", "check a.tar from 0 of 300000");
        assertThat(progress.done).isEqualTo(CONTENT.length);
        assertThat(progress.notes).isEmpty();
    }

    @Test
    void redirectsAreFollowed() throws IOException {
        URI target = server.serve("/b", TestServer.file(CONTENT));

        download(server.serve("/a", TestServer.redirect(target.toString())));

        assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
    }

    @Test
    void aBrokenConnectionGoesOnWhereItBroke() throws IOException {
        download(server.serve(
                "/a",
                TestServer.cut(CONTENT, 100_000),
                TestServer.status(503),
                TestServer.cut(CONTENT, 50_000),
                TestServer.file(CONTENT)));

        assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
        assertThat(server.requests())
                .hasSize(4)
                .startsWith("/a")
                .last()
                .asString()
                .matches("/a bytes=1[0-9]{5}-");
        assertThat(progress.notes)
                .hasSize(3)
                .allMatch(note -> note.startsWith("127.0.0.1: "))
                .anyMatch(note -> note.contains("the server answers 503; trying again in 1 s"))
                .anyMatch(note -> note.contains("the connection broke after 100000 of 300000 bytes; trying again"));
    }

    @Test
    void failuresCountAnewAfterAMegabyte() throws IOException {
        byte[] large = content(4, 7_000_000);
        TestServer.Answer cut = TestServer.cut(large, 1_200_000);
        ArchiveSource source =
                Archives.source("a.tar", large, server.serve("/a", cut, cut, cut, cut, cut, TestServer.file(large)));

        new ArchiveDownloader(QUICK, progress).download(source, folder);

        assertThat(Files.readAllBytes(file)).isEqualTo(large);
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void anUnknownHostIsToldAsSuch() {
        StorageException thrown = failed(URI.create("http://no-such-host.invalid/a"));

        assertThat(thrown.what()).contains("http://no-such-host.invalid/a: the host is not known");
        assertThat(progress.notes).hasSize(3).first().asString().startsWith("no-such-host.invalid: the host");
    }

    @Test
    void anotherProcessGoesOnWhereAnEarlierOneEnded() throws IOException {
        Files.write(part, Arrays.copyOf(CONTENT, 123_456));

        download(server.serve("/a", TestServer.file(CONTENT)));

        assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
        assertThat(server.requests()).containsExactly("/a bytes=123456-");
        assertThat(progress.tasks).first().isEqualTo("download a.tar from 123456 of 300000");
    }

    @Test
    void aWholePartIsOnlyChecked() throws IOException {
        Files.write(part, CONTENT);

        download(server.address("/none"));

        assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
        assertThat(server.requests()).isEmpty();
        assertThat(files()).containsExactly("a.tar");
    }

    @Test
    void aPartThatIsTooLongStartsOver() throws IOException {
        Files.write(part, Arrays.copyOf(CONTENT, CONTENT.length + 1));

        download(server.serve("/a", TestServer.file(CONTENT)));

        assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
        assertThat(server.requests()).containsExactly("/a");
    }

    @Test
    void aPartOfAnotherFileStartsOverOnce() throws IOException {
        Files.write(part, Arrays.copyOf(OTHER, 1000));

        download(server.serve("/a", TestServer.file(CONTENT)));

        assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
        assertThat(server.requests()).containsExactly("/a bytes=1000-", "/a");
        assertThat(progress.notes).singleElement().asString().contains("starting over");
    }

    @Test
    void aServerWithoutRangesSendsItAllAgain() throws IOException {
        Files.write(part, Arrays.copyOf(OTHER, 1000));

        download(server.serve("/a", TestServer.whole(CONTENT)));

        assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
        assertThat(server.requests()).containsExactly("/a bytes=1000-");
    }

    @Test
    void aRangeThatTheServerRefusesIsNotAskedForAgain() throws IOException {
        Files.write(part, Arrays.copyOf(CONTENT, 1000));

        download(server.serve("/a", TestServer.status(416), TestServer.whole(CONTENT)));

        assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
        assertThat(server.requests()).containsExactly("/a bytes=1000-", "/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 0-999/300000", "bytes 999-299999/300000", "nonsense"})
    void anotherPartThanAskedForIsNotTaken(String range) throws IOException {
        Files.write(part, Arrays.copyOf(CONTENT, 1000));

        download(server.serve("/a", TestServer.part(range, content(3, 1000)), TestServer.whole(CONTENT)));

        assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
        assertThat(server.requests()).containsExactly("/a bytes=1000-", "/a");
    }

    @Test
    void aPartOfAFileOfAnotherLengthIsRefusedAndWhatThereIsStays() throws IOException {
        Files.write(part, Arrays.copyOf(CONTENT, 1000));

        StorageException thrown = failed(server.serve("/a", TestServer.file(Arrays.copyOf(CONTENT, 200_000))));

        assertThat(thrown.what()).contains("the file there has 200000 bytes, expected 300000");
        assertThat(thrown.remedy()).contains("it goes on after the 1000 of 300000 bytes");
        assertThat(Files.size(part)).isEqualTo(1000);
    }

    @Test
    void aWrongChecksumSaysWhatWasFoundAndKeepsNothing() {
        StorageException thrown = failed(server.serve("/a", TestServer.file(OTHER)));

        assertThat(thrown.where()).isEqualTo("/lab/a.tar");
        assertThat(thrown.what())
                .contains("cannot be downloaded", Archives.sha256(OTHER), "expected " + Archives.sha256(CONTENT));
        assertThat(files()).isEmpty();
        assertThat(server.requests()).containsExactly("/a");
    }

    @Test
    void aMirrorStandsInForWhatIsGoneOrWrong() throws IOException {
        download(
                server.serve("/gone", TestServer.status(404)),
                server.serve("/wrong", TestServer.file(OTHER)),
                server.serve("/short", TestServer.file(Arrays.copyOf(CONTENT, 10))),
                server.serve("/a", TestServer.file(CONTENT)));

        assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
        assertThat(server.requests()).containsExactly("/gone", "/wrong", "/short", "/a");
        assertThat(progress.notes)
                .hasSize(3)
                .anyMatch(note -> note.contains("/gone: the server answers 404"))
                .anyMatch(note -> note.contains("/wrong: the SHA-256 of what it sends is"))
                .anyMatch(note -> note.contains("/short: the file there has 10 bytes, expected 300000"));
    }

    @Test
    void aMirrorGoesOnWhereTheFirstServerEnded() throws IOException {
        download(
                server.serve("/dies", TestServer.cut(CONTENT, 100_000), TestServer.status(404)),
                server.serve("/a", TestServer.file(CONTENT)));

        assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
        assertThat(server.requests()).hasSize(3).last().asString().matches("/a bytes=[1-9][0-9]*-");
    }

    @Test
    void everyAddressIsToldWithWhatIsWrong() {
        URI nobody = URI.create("http://127.0.0.1:1/a");

        StorageException thrown = failed(
                server.serve("/gone", TestServer.status(404)), server.serve("/ill", TestServer.status(500)), nobody);

        assertThat(thrown.what().lines())
                .hasSize(4)
                .anyMatch(line -> line.endsWith("/gone: the server answers 404"))
                .anyMatch(line -> line.endsWith("/ill: the server answers 500 (attempt 4, the last)"))
                .anyMatch(line -> line.contains("http://127.0.0.1:1/a: there is no connection (attempt 3, "));
        assertThat(thrown.remedy()).contains("or get the file elsewhere and put it there");
        assertThat(server.requests()).containsExactly("/gone", "/ill", "/ill", "/ill", "/ill");
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"408, 4", "429, 4", "502, 4", "403, 1", "410, 1", "204, 1"})
    void onlyPassingTroubleIsTriedAgain(int status, int requests) {
        failed(server.serve("/a", TestServer.status(status)));

        assertThat(server.requests()).hasSize(requests);
    }

    @Test
    void neverMoreBytesThanExpected() {
        StorageException thrown =
                failed(server.serve("/a", TestServer.ofUnknownLength(Arrays.copyOf(CONTENT, 5_000_000))));

        assertThat(thrown.what()).contains("the server sends more than the 300000 bytes expected");
        assertThat(files()).isEmpty();
        assertThat(progress.done).isLessThanOrEqualTo(CONTENT.length);
    }

    @Test
    void anAnswerThatEndsEarlyIsNoWholeFile() throws IOException {
        StorageException thrown = failed(server.serve("/a", TestServer.ofUnknownLength(Arrays.copyOf(CONTENT, 1000))));

        assertThat(thrown.what()).contains("the answer ends after 1000 of 300000 bytes");
        assertThat(Files.readAllBytes(part)).isEqualTo(Arrays.copyOf(CONTENT, 1000));
    }

    @Test
    void aServerThatFallsSilentIsLeft() throws IOException {
        DownloadPolicy impatient =
                new DownloadPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1500));
        URI address = server.serve("/a", server.silent(CONTENT, 1000), TestServer.file(CONTENT));

        new ArchiveDownloader(impatient, progress).download(Archives.source("a.tar", CONTENT, address), folder);

        assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
        assertThat(progress.notes).first().asString().contains("nothing came for 1 seconds");
        assertThat(server.requests()).last().isEqualTo("/a bytes=1000-");
    }

    @Test
    void aFileThatIsThereIsCheckedAndNotDownloaded() throws IOException {
        Files.write(file, CONTENT);

        assertThatCode(() -> download(server.address("/none"))).doesNotThrowAnyException();

        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aWrongFileThatIsThereIsTheUsersToRemove() throws IOException {
        Files.write(file, OTHER);

        StorageException thrown = failed(server.serve("/a", TestServer.file(CONTENT)));

        assertThat(thrown.what()).contains(Archives.sha256(OTHER), "expected " + Archives.sha256(CONTENT));
        assertThat(Files.readAllBytes(file)).isEqualTo(OTHER);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aFullDiskIsNotTheServersFault() throws IOException {
        try (FileSystem small =
                Jimfs.newFileSystem(Configuration.unix().toBuilder().setWorkingDirectory("/lab").build().toBuilder()
                        .setMaxSize(100_000)
                        .build())) {
            ArchiveSource source = Archives.source("a.tar", CONTENT, server.serve("/a", TestServer.file(CONTENT)));
            ArchiveDownloader downloader = new ArchiveDownloader(QUICK, progress);

            StorageException thrown = catchThrowableOfType(
                    StorageException.class, () -> downloader.download(source, small.getPath("/lab")));

            assertThat(thrown.where()).isEqualTo("/lab/a.tar.part");
            assertThat(thrown.remedy()).contains("free some space");
            assertThat(server.requests()).containsExactly("/a");
        }
    }

    private Path download(URI... addresses) {
        return new ArchiveDownloader(QUICK, progress).download(Archives.source("a.tar", CONTENT, addresses), folder);
    }

    private StorageException failed(URI... addresses) {
        StorageException thrown = catchThrowableOfType(StorageException.class, () -> download(addresses));
        assertThat(thrown).isNotNull();
        return thrown;
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(found -> found.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
