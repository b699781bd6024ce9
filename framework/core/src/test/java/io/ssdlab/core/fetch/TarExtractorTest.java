package io.ssdlab.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.spi.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarExtractorTest {

    private static final int MOST_MEMBERS = 10;
    private static final byte[] SOUND = new Archives()
            .special("kit/", TarConstants.LF_DIR, "")
            .file("kit/a.txt", "old")
            .file("./kit/deep/er/b.txt", "b".repeat(2000))
            .file("kit/" + "long".repeat(20) + ".txt", "")
            .file("kit/a.txt", "a")
            .bytes();

    private final HeardProgress progress = new HeardProgress();
    private final FileSystem disk = newDisk();

    private static FileSystem newDisk() {
        return Jimfs.newFileSystem(
                Configuration.unix().toBuilder().setWorkingDirectory("/lab").build());
    }

    @Test
    void filesAndFoldersComeOut() throws IOException {
        extract(SOUND);

        assertThat(files())
                .containsExactlyInAnyOrder(
                        "/lab/a.tar",
                        "/lab/in/kit/a.txt",
                        "/lab/in/kit/deep/er/b.txt",
                        "/lab/in/kit/" + "long".repeat(20) + ".txt");
        assertThat(Files.readString(disk.getPath("/lab/in/kit/a.txt"))).isEqualTo("a");
        assertThat(Files.size(disk.getPath("/lab/in/kit/deep/er/b.txt"))).isEqualTo(2000);
        assertThat(progress.tasks).containsExactly("unpack a.tar from 0 of " + SOUND.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.txt",
                "kit/../../evil.txt",
                "/evil.txt",
                "/lab/evil.txt",
                "..",
                "kit/..",
                "..\\evil.txt",
                "C:/evil.txt"
            })
    void noMemberLeavesTheFolder(String name) {
        assertRefused(new Archives().file("kit/a.txt", "a").file(name, "evil").bytes(), name, "not within");
    }

    @ParameterizedTest
    @ValueSource(
            bytes = {
                TarConstants.LF_LINK,
                TarConstants.LF_SYMLINK,
                TarConstants.LF_CHR,
                TarConstants.LF_BLK,
                TarConstants.LF_FIFO,
                TarConstants.LF_CONTIG
            })
    void noLinkAndNoDevice(byte kind) {
        assertRefused(
                new Archives().special("kit/odd", kind, "/etc/passwd").bytes(),
                "kit/odd",
                "is a link, a device or sparse");
    }

    @Test
    void aFileWhereAFolderIsNeededIsToldAsSuch() {
        Throwable thrown = catchThrowable(() ->
                extract(new Archives().file("kit/a", "").file("kit/a/b", "").bytes()));

        assertThat(thrown).isInstanceOf(StorageException.class).hasMessageContaining("/lab/in/kit/a");
    }

    @Test
    void noMoreBytesThanTheArchiveHas() {
        TarArchiveEntry huge = new TarArchiveEntry("kit/huge");
        huge.setSize(1L << 32);
        byte[] header = new byte[TarConstants.DEFAULT_RCDSIZE];
        huge.writeEntryHeader(header);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header);
        bytes.writeBytes(new byte[4096]);

        assertRefused(bytes.toByteArray(), "kit/huge", "4294967296 bytes, which the archive has not");
    }

    @Test
    void noMoreMembersThanTheLimit() {
        Archives many = new Archives();
        for (int i = 0; i <= MOST_MEMBERS; i++) {
            many.file("kit/" + i, "");
        }

        assertRefused(many.bytes(), "more than 10 members");
    }

    @Test
    void whatIsNoTarIsRefused() {
        assertRefused("<html>404</html>".repeat(100).getBytes(StandardCharsets.UTF_8), "tar archive");
        assertRefused(new byte[0], "no members");
        assertRefused(Arrays.copyOf(SOUND, 3000), "2000 bytes, which the archive has not");
    }

    @Property(seed = "3", tries = 300)
    void aDamagedArchiveIsUnpackedWithinItsFolderOrRefused(
            @ForAll @IntRange(max = 6000) int place, @ForAll byte value, @ForAll @IntRange(max = 20) int cut)
            throws IOException {
        byte[] damaged = SOUND.clone();
        damaged[place % SOUND.length] = value;
        try (FileSystem fresh = newDisk()) {
            byte[] archive = cut < 10 ? Arrays.copyOf(damaged, damaged.length * cut / 10) : damaged;

            Throwable thrown = catchThrowable(() -> extract(fresh, archive));

            if (thrown != null) {
                assertThat(thrown).isInstanceOfAny(InvalidInputException.class, StorageException.class);
            }
            assertThat(files(fresh)).allMatch(file -> file.equals("/lab/a.tar") || file.startsWith("/lab/in/"));
        }
    }

    private void assertRefused(byte[] archive, String... why) {
        Throwable thrown = catchThrowable(() -> extract(archive));

        assertThat(thrown)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("/lab/a.tar: cannot be unpacked: ")
                .hasMessageContainingAll(why);
        assertThat(files()).allMatch(file -> file.equals("/lab/a.tar") || file.startsWith("/lab/in/"));
    }

    private void extract(byte[] archive) throws IOException {
        extract(disk, archive);
    }

    private void extract(FileSystem into, byte[] archive) throws IOException {
        Path file = Files.write(into.getPath("/lab/a.tar"), archive);
        Path folder = Files.createDirectories(into.getPath("/lab/in"));
        new TarExtractor(MOST_MEMBERS, progress).extract(file, folder);
    }

    private List<String> files() {
        return files(disk);
    }

    private static List<String> files(FileSystem of) {
        try (Stream<Path> walk = Files.walk(of.getPath("/"))) {
            return walk.filter(file -> !Files.isDirectory(file))
                    .map(Path::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
