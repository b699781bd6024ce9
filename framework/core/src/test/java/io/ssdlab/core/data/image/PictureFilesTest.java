package io.ssdlab.core.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PictureFilesTest {

    private final Path folder = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectories(folder);
    }

    @Test
    void knowsTheSizeOfEachPicture() throws IOException {
        Path file = Files.write(folder.resolve("wide.png"), new ImageEncoder().png(new Image(7, 3, new byte[63])));

        assertThat(PictureFiles.of(List.of(file, file)))
                .containsExactly(new AnnotatedImage("/lab/wide.png", file, 7, 3, List.of()));
    }

    @Test
    void namesEveryFileThatIsNoPicture() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jpg"), "no picture");

        assertThatThrownBy(() -> PictureFiles.of(List.of(text, folder.resolve("none.jpg"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("/lab/text.jpg")
                .hasMessageContaining("/lab/none.jpg");
    }
}
