package io.ssdlab.plugin.datasets.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.plugin.datasets.voc.VocFolderOnDisk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class JpegEndTest {

    private static final byte[] WHOLE = VocFolderOnDisk.encoded("jpeg", 64, 64);

    @Test
    void aWholeFileHasItsEnd() throws IOException {
        assertThat(JpegEnd.isAtTail(WHOLE)).isTrue();
        assertThat(isIn(WHOLE)).isTrue();
    }

    @Test
    void paddingAfterTheEndIsPassedOver() {
        assertThat(JpegEnd.isAtTail(joined(WHOLE, new byte[100]))).isTrue();
        assertThat(JpegEnd.isAtTail(joined(WHOLE, new byte[] {'\r', '\n', ' ', (byte) 0xff})))
                .isTrue();
    }

    @Test
    void foreignDataAfterTheEndIsPassedOver() throws IOException {
        byte[] trailed = joined(WHOLE, new byte[] {'t', 'r', 'a', 'i', 'l', 'e', 'r'});

        assertThat(JpegEnd.isAtTail(trailed)).isFalse();
        assertThat(isIn(trailed)).isTrue();
    }

    @Test
    void everyFileThatIsCutOffLacksIt() throws IOException {
        for (int length = 2; length < WHOLE.length; length++) {
            byte[] cut = Arrays.copyOf(WHOLE, length);

            assertThat(JpegEnd.isAtTail(cut)).as("first %d bytes", length).isFalse();
            assertThat(isIn(cut)).as("first %d bytes", length).isFalse();
        }
    }

    @Test
    void theEndOfAnEmbeddedThumbnailDoesNotCount() throws IOException {
        int payload = WHOLE.length + 2;
        byte[] start = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, (byte) (payload >> 8), (byte) payload};
        byte[] cut = joined(joined(start, WHOLE), Arrays.copyOfRange(WHOLE, 2, WHOLE.length - 9));

        assertThat(isIn(cut)).isFalse();
        assertThat(isIn(joined(joined(start, WHOLE), Arrays.copyOfRange(WHOLE, 2, WHOLE.length))))
                .isTrue();
    }

    private static boolean isIn(byte[] file) throws IOException {
        return JpegEnd.isIn(new ByteArrayInputStream(file));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }
}
