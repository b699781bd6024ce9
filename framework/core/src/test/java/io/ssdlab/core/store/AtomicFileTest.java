package io.ssdlab.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @Property(tries = 100, seed = "1")
    void aFailureAtAnyByteLeavesTheOldContentAndNothingElse(
            @ForAll @IntRange(max = 200_000) int bytes, @ForAll boolean unchecked) throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(
                Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())) {
            Path file = disk.getPath("/results/table.md");
            new AtomicFile(file).write("old");

            assertThatThrownBy(() -> new AtomicFile(file).write(out -> {
                        for (int i = 0; i < bytes; i++) {
                            out.write('x');
                        }
                        IOException failure = new IOException("pulled the plug");
                        if (unchecked) {
                            throw new UncheckedIOException(failure);
                        }
                        throw failure;
                    }))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("/results/table.md")
                    .hasMessageContaining("pulled the plug");

            assertThat(Files.readString(file)).isEqualTo("old");
            assertThat(list(file.getParent())).containsExactly(file);
        }
    }

    @Property(tries = 100, seed = "1")
    void aDiskThatFillsUpAtAnyPointLeavesTheOldContentAndNothingElse(
            @ForAll @IntRange(min = 1, max = 300) int freeBlocks, @ForAll @IntRange(max = 4000) int bytes)
            throws IOException {
        Configuration tiny = Configuration.unix().toBuilder().setWorkingDirectory("/lab").build().toBuilder()
                .setBlockSize(16)
                .setMaxSize(16L * (1 + freeBlocks))
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(tiny)) {
            Path file = disk.getPath("/lab/table.md");
            new AtomicFile(file).write("old");
            String text = "x".repeat(bytes);
            if (bytes <= 16 * freeBlocks) {
                new AtomicFile(file).write(text);
                assertThat(Files.readString(file)).isEqualTo(text);
            } else {
                StorageException thrown =
                        catchThrowableOfType(StorageException.class, () -> new AtomicFile(file).write(text));
                assertThat(thrown.where()).isEqualTo("/lab/table.md");
                assertThat(thrown.what()).contains("cannot be written");
                assertThat(thrown.remedy()).contains("free some space");
                assertThat(Files.readString(file)).isEqualTo("old");
            }
            assertThat(list(file.getParent())).containsExactly(file);
        }
    }

    @Test
    void aProgrammingErrorInTheContentLeavesNothingEither() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(
                Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())) {
            Path file = disk.getPath("/lab/new.txt");
            assertThatThrownBy(() -> new AtomicFile(file).write(out -> {
                        throw new IllegalArgumentException("wrong");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(list(file.getParent())).isEmpty();
        }
    }

    @Test
    void theContentMayCloseItsStream() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(
                Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())) {
            Path file = disk.getPath("relative.txt");
            new AtomicFile(file).write(out -> {
                out.write("whole".getBytes(StandardCharsets.UTF_8));
                out.close();
            });
            assertThat(Files.readString(file)).isEqualTo("whole");
        }
    }

    @Test
    void worksOnARealDiskWithOrdinaryPermissions(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a/b/text.txt");
        new AtomicFile(file).write("first");
        new AtomicFile(file).write("second");
        assertThat(Files.readString(file)).isEqualTo("second");
        assertThat(list(file.getParent())).containsExactly(file);
        Path plain = Files.createFile(folder.resolve("plain"));
        assertThat(Files.getPosixFilePermissions(file))
                .contains(PosixFilePermission.OWNER_READ)
                .isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void saysThatAFolderIsInTheWay() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(
                Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())) {
            Path file = disk.getPath("/lab/taken");
            Files.createDirectories(file.resolve("full"));
            assertThatThrownBy(() -> new AtomicFile(file).write("text"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("/lab/taken: cannot be written");
            assertThat(list(file.getParent())).containsExactly(file);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
