package io.ssdlab.plugin.datasets.voc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SplitFileTest {

    @Test
    void idsKeepTheirOrderAndLine() throws IOException {
        assertThat(read("\uFEFFb\r\n\r\n a \r\nc", 0).entries())
                .containsExactly(new SplitFile.Entry("b", 1), new SplitFile.Entry("a", 3), new SplitFile.Entry("c", 4));
    }

    @Test
    void theSecondColumnIsReadOverUnlessItBelongsToTheId() throws IOException {
        assertThat(read("x -1\ny  0\nz\t1\nwith 1", 0, "with 1").entries())
                .extracting(SplitFile.Entry::id)
                .containsExactly("x", "y", "z", "with 1");
    }

    @Test
    void nothingBehindTheLimitIsRead() throws IOException {
        SplitFile split = read("a\nb\n../c", 2);

        assertThat(split.entries()).hasSize(2);
        assertThat(split.problems()).isEmpty();
    }

    private static SplitFile read(String text, int limit, String... known) throws IOException {
        try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = Files.writeString(files.getPath("/train.txt"), text);
            return SplitFile.read(file, limit, Set.of(known)::contains);
        }
    }
}
