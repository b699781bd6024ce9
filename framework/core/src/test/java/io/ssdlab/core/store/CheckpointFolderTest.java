package io.ssdlab.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckpointFolderTest {

    private final Path folder =
            Jimfs.newFileSystem(Configuration.unix()).getPath("/run").resolve("checkpoints");
    private final CheckpointFolder checkpoints = new CheckpointFolder(folder);

    /** What may become of a file. */
    enum Damage {
        TRUNCATED {
            @Override
            byte[] of(byte[] content) {
                return Arrays.copyOf(content, content.length / 2);
            }
        },
        FLIPPED {
            @Override
            byte[] of(byte[] content) {
                byte[] flipped = content.clone();
                flipped[flipped.length / 2] ^= (byte) 0x80;
                return flipped;
            }
        },
        EMPTY {
            @Override
            byte[] of(byte[] content) {
                return new byte[0];
            }
        };

        abstract byte[] of(byte[] content);

        void to(Path file) throws IOException {
            Files.write(file, of(Files.readAllBytes(file)));
        }
    }

    @BeforeEach
    void write() {
        for (long iteration : List.of(10L, 20L, 30L)) {
            checkpoints.write(iteration, out -> out.write(("state " + iteration).getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void keepsTwoAndFindsTheNewest() throws IOException {
        assertThat(names())
                .containsExactly(
                        "000000020.checkpoint", "000000020.sha256", "000000030.checkpoint", "000000030.sha256");
        assertThat(checkpoints.search().newest()).map(Checkpoint::iteration).contains(30L);
        assertThat(checkpoints.search().damaged()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void fallsBackToTheOneBeforeADamagedOne(Damage damage) throws IOException {
        damage.to(folder.resolve("000000030.checkpoint"));

        CheckpointSearch search = checkpoints.search();

        assertThat(search.newest()).map(Checkpoint::iteration).contains(20L);
        assertThat(search.damaged()).containsExactly(30L);
    }

    @ParameterizedTest
    @EnumSource
    void fallsBackToTheOneBeforeADamagedChecksum(Damage damage) throws IOException {
        damage.to(folder.resolve("000000030.sha256"));

        assertThat(checkpoints.search().newest()).map(Checkpoint::iteration).contains(20L);
    }

    @Test
    void fallsBackToTheOneBeforeALostOne() throws IOException {
        Files.delete(folder.resolve("000000030.checkpoint"));

        assertThat(checkpoints.search().newest()).map(Checkpoint::iteration).contains(20L);
        assertThat(checkpoints.search().damaged()).containsExactly(30L);
    }

    @Test
    void aCheckpointWithoutChecksumIsUnfinishedNotDamaged() throws IOException {
        Files.delete(folder.resolve("000000030.sha256"));

        assertThat(checkpoints.search().newest()).map(Checkpoint::iteration).contains(20L);
        assertThat(checkpoints.search().damaged()).isEmpty();
    }

    @Test
    void findsNothingIfAllAreDamaged() throws IOException {
        Damage.FLIPPED.to(folder.resolve("000000030.checkpoint"));
        Damage.EMPTY.to(folder.resolve("000000020.checkpoint"));

        assertThat(checkpoints.search().newest()).isEmpty();
        assertThat(checkpoints.search().damaged()).containsExactly(30L, 20L);
    }

    @Test
    void discardsWhatNoRunCanGoOnFrom() throws IOException {
        checkpoints.write(40, out -> out.write(4));
        Damage.EMPTY.to(folder.resolve("000000040.checkpoint"));
        Files.writeString(folder.resolve("000000035.checkpoint"), "its checksum was never written");

        checkpoints.discardAllBut(checkpoints.search().newest());

        assertThat(names()).containsExactly("000000030.checkpoint", "000000030.sha256");
        checkpoints.write(32, out -> out.write(32));
        assertThat(checkpoints.search().newest()).map(Checkpoint::iteration).contains(32L);
        assertThat(names()).hasSize(4);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
