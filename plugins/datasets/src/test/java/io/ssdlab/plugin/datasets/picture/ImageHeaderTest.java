package io.ssdlab.plugin.datasets.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.plugin.datasets.voc.VocFolderOnDisk;
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
    void theSizeOfAJpegLiesBehindSegmentsOfAnyLength() throws IOException, BrokenImageException {
        byte[] jpeg = VocFolderOnDisk.encoded("jpeg", 33, 17);
        ByteBuffer content = ByteBuffer.allocate(jpeg.length + 200_000);
        content.put(jpeg, 0, 2);
        for (int i = 0; i < 3; i++) {
            // A segment may hold anything, a frame header of another size too.
            content.put((byte) 0xff).put((byte) 0xe1).putShort((short) 65_000);
            content.put(new byte[] {(byte) 0xff, (byte) 0xc0, 0, 17, 8, 0, 1, 0, 1});
            content.position(content.position() + 65_000 - 11);
        }
        // Decoders pass over bytes that belong to nothing, and fill bytes.
        content.put(new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xff}).put(jpeg, 2, jpeg.length - 2);
        Files.write(file, Arrays.copyOf(content.array(), content.position()));

        assertThat(ImageHeader.read(file)).isEqualTo(new ImageHeader(33, 17));
    }

    @Test
    void aHeaderWithoutSizeIsBroken() throws IOException {
        byte[] jpeg = VocFolderOnDisk.encoded("jpeg", 33, 17);
        for (int i = 0; i + 1 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xc0) {
                jpeg[i + 1] = (byte) 0xe5;
            }
        }
        Files.write(file, jpeg);
        assertThatThrownBy(() -> ImageHeader.read(file)).hasMessageContaining("its header is damaged");

        byte[] png = VocFolderOnDisk.encoded("png", 33, 17);
        png[18]++;
        Files.write(file, png);
        assertThatThrownBy(() -> ImageHeader.read(file)).hasMessageContaining("checksum");

        Files.write(file, Arrays.copyOf(png, 20));
        assertThatThrownBy(() -> ImageHeader.read(file)).hasMessageContaining("its header is damaged");
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
