package io.ssdlab.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StorageExceptionTest {

    private static final Path FILE = Path.of("run.json");

    @Test
    void saysWhatTheJdkHidesInTheClass() {
        assertThat(StorageException.reading(FILE, new NoSuchFileException("run.json"))
                        .what())
                .isEqualTo("cannot be read: no such file or folder");
        assertThat(StorageException.writing(FILE, new AccessDeniedException("run.json"))
                        .what())
                .isEqualTo("cannot be written: permission denied");
        assertThat(StorageException.writing(FILE, new FileSystemException("run.json", null, "Read-only file system"))
                        .what())
                .isEqualTo("cannot be written: Read-only file system");
        assertThat(StorageException.reading(FILE, new IOException()).what()).isEqualTo("cannot be read: IOException");
    }

    @Test
    void advisesToFreeSpaceOnAFullDisk() {
        assertThat(StorageException.writing(FILE, new IOException("No space left on device")))
                .hasMessageStartingWith("run.json: cannot be written: No space left on device")
                .hasMessageContaining("free some space");
        assertThat(StorageException.writing(FILE, new IOException("Disk quota exceeded"))
                        .remedy())
                .contains("free some space");
        assertThat(StorageException.writing(FILE, new IOException("broken")).remedy())
                .doesNotContain("space");
    }
}
