package io.ssdlab.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LoadedLibrariesTest {

    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    @Test
    void keepsEachEngineLibraryOnceAndNothingElse() throws IOException {
        Path maps = Files.writeString(files.getPath("maps"), """
                7f1000000000-7f1000001000 r--p 00000000 fe:01 1001                       /home/a b/.djl.ai/libmxnet.so
                7f1000001000-7f1000002000 r-xp 00001000 fe:01 1001                       /home/a b/.djl.ai/libmxnet.so
                7f1000003000-7f1000004000 r-xp 00000000 fe:01 1002                       /home/a b/.djl.ai/libgomp.so.1
                7f1000004000-7f1000005000 r-xp 00000000 fe:01 1004                       /home/a b/.djl.ai/0.35.1-libdjl_torch.so
                7f1000005000-7f1000006000 r-xp 00000000 fe:01 1003                       /usr/lib/libc.so.6
                7ffd00000000-7ffd00001000 rw-p 00000000 00:00 0                          [stack]
                """);

        assertThat(LoadedLibraries.of(maps).files())
                .containsExactly(
                        "/home/a b/.djl.ai/0.35.1-libdjl_torch.so",
                        "/home/a b/.djl.ai/libgomp.so.1",
                        "/home/a b/.djl.ai/libmxnet.so");
    }

    @Test
    void aPlatformWithoutTheFileKnowsNone() {
        assertThat(LoadedLibraries.of(files.getPath("none")).files()).isEmpty();
        assertThat(LoadedLibraries.of(files.getPath("none")).openMpThreads()).isEmpty();
    }
}
