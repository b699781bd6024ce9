package io.ssdlab.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChecksumsTest {

    private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix());
    private final Path folder = disk.getPath("/run");

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("checkpoints"));
        Files.writeString(folder.resolve("a.txt"), "abc");
        Files.writeString(folder.resolve("checkpoints/1"), "");
        Files.writeString(folder.resolve("run.json"), "{}");
    }

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    @Test
    void areTheSha256OfEveryFileBelow() {
        assertThat(Checksums.ofFolder(folder, List.of("run.json")).sha256())
                .containsExactly(
                        // The test vectors of FIPS 180-2 for "abc" and for the empty message.
                        Map.entry("a.txt", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                        Map.entry("checkpoints/1", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    @Test
    void nameDamagedAndMissingFiles() throws IOException {
        Checksums sums = Checksums.ofFolder(folder, List.of());
        assertThat(sums.damaged(folder)).isEmpty();
        Files.writeString(folder.resolve("a.txt"), "abd");
        Files.delete(folder.resolve("checkpoints/1"));
        assertThat(sums.damaged(folder)).containsExactly(folder.resolve("a.txt"), folder.resolve("checkpoints/1"));
    }

    @Test
    void trustFilesThatWereNotWrittenToSince() throws IOException {
        Checksums sums = Checksums.ofFolder(folder, List.of());
        FileTime finished = FileTime.from(Instant.parse("2026-05-04T12:00:00Z"));
        for (String name : List.of("a.txt", "checkpoints/1", "run.json")) {
            Files.setLastModifiedTime(folder.resolve(name), FileTime.from(Instant.parse("2026-05-04T11:00:00Z")));
        }
        assertThat(sums.damagedSince(finished, folder)).isEmpty();

        Files.writeString(folder.resolve("a.txt"), "abd");
        Files.delete(folder.resolve("checkpoints/1"));
        Files.setLastModifiedTime(folder.resolve("run.json"), finished);
        assertThat(sums.damagedSince(finished, folder))
                .containsExactly(folder.resolve("a.txt"), folder.resolve("checkpoints/1"));
    }

    @Test
    void neverLeaveTheFolder() throws IOException {
        Files.writeString(disk.getPath("/secret"), "abc");
        Checksums sums =
                Checksums.of(Map.of("../secret", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThat(sums.damaged(folder)).hasSize(1);
        assertThat(sums.damagedSince(FileTime.from(Instant.MAX), folder)).hasSize(1);
    }
}
