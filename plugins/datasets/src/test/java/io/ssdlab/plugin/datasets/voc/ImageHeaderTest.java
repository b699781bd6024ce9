package io.ssdlab.plugin.datasets.voc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ImageHeaderTest {

    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
    private final Path file = files.getPath("/image");

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    @Test
    void knowsTheSizeOfJpegAndPng() throws IOException, BrokenImageException {
        for (String format : new String[] {"jpeg", "png"}) {
            Files.write(file, VocFolderOnDisk.encoded(format, 33, 17));

            assertThat(ImageHeader.read(file)).isEqualTo(new ImageHeader(33, 17));
        }
    }

    @Test
    void aTruncatedPngIsBroken() throws IOException {
        byte[] png = VocFolderOnDisk.encoded("png", 33, 17);
        Files.write(file, Arrays.copyOf(png, png.length - 5));

        assertThatThrownBy(() -> ImageHeader.read(file))
                .isInstanceOf(BrokenImageException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void aJpegThatEndsInItsHeaderIsBroken() throws IOException {
        Files.write(file, Arrays.copyOf(VocFolderOnDisk.jpeg(), 30));

        assertThatThrownBy(() -> ImageHeader.read(file))
                .isInstanceOf(BrokenImageException.class)
                .hasMessageContaining("header is damaged");
    }

    @Test
    void anImageOfExcessiveSizeIsRefusedWithoutDecodingIt() throws IOException {
        byte[] png = VocFolderOnDisk.encoded("png", 33, 17);
        int startOfHeaderChunk = 12;
        int lengthOfHeaderChunk = 17;
        ByteBuffer content = ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        CRC32 checksum = new CRC32();
        checksum.update(png, startOfHeaderChunk, lengthOfHeaderChunk);
        content.putInt(startOfHeaderChunk + lengthOfHeaderChunk, (int) checksum.getValue());
        Files.write(file, png);

        assertThatThrownBy(() -> ImageHeader.read(file))
                .isInstanceOf(BrokenImageException.class)
                .hasMessageContaining("60000 x 60000 pixels");
    }

    @Test
    void aFolderIsNoImage() throws IOException {
        Files.createDirectory(file);

        assertThatThrownBy(() -> ImageHeader.read(file))
                .isInstanceOf(BrokenImageException.class)
                .hasMessageContaining("no regular file");
    }
}
