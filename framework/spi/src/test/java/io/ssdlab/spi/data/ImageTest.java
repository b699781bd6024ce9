package io.ssdlab.spi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTest {

    private static final int WIDTH = 9;
    private static final int HEIGHT = 7;

    /** What is asked of a source, and pixels that tell where they are from. */
    private static final class Recorder implements PixelSource {

        private final List<String> asked = new ArrayList<>();

        @Override
        public byte[] read(int left, int top, int width, int height) {
            asked.add("%d x %d at (%d, %d)".formatted(width, height, left, top));
            byte[] pixels = new byte[width * height * 3];
            for (int i = 0; i < width * height; i++) {
                pixels[3 * i] = (byte) (left + i % width);
                pixels[3 * i + 1] = (byte) (top + i / width);
                pixels[3 * i + 2] = 77;
            }
            return pixels;
        }
    }

    @Test
    void computesNothingBeforeItIsAskedFor() {
        Recorder source = new Recorder();
        Image image = Image.computed(WIDTH, HEIGHT, source);
        Image region = image.region(2, 1, 5, 4).region(1, 3, 2, 1);
        assertThat(image.width()).isEqualTo(WIDTH);
        assertThat(image.height()).isEqualTo(HEIGHT);
        assertThat(source.asked).isEmpty();
        assertThat(region.bgr()).containsExactly(3, 4, 77, 4, 4, 77);
        assertThat(source.asked).containsExactly("2 x 1 at (3, 4)");
    }

    @Test
    void computesItsPixelsOnce() {
        Recorder source = new Recorder();
        Image image = Image.computed(WIDTH, HEIGHT, source);
        assertThat(image.value(8, 6, 0)).isEqualTo(8);
        assertThat(image.bgr()).isSameAs(image.bgr());
        assertThat(image.region(1, 1, 1, 1).value(0, 0, 1)).isEqualTo(1);
        assertThat(source.asked).containsExactly("9 x 7 at (0, 0)");
    }

    @Property(tries = 300)
    void aRegionHasThePixelsOfItsPlace(
            @ForAll @IntRange(max = WIDTH - 1) int left,
            @ForAll @IntRange(max = HEIGHT - 1) int top,
            @ForAll @IntRange(min = 1, max = WIDTH) int width,
            @ForAll @IntRange(min = 1, max = HEIGHT) int height,
            @ForAll boolean computed) {
        Image image = computed
                ? Image.computed(WIDTH, HEIGHT, new Recorder())
                : new Image(WIDTH, HEIGHT, new Recorder().read(0, 0, WIDTH, HEIGHT));
        int columns = Math.min(width, WIDTH - left);
        int rows = Math.min(height, HEIGHT - top);
        Image region = image.region(left, top, columns, rows);
        assertThat(region.width()).isEqualTo(columns);
        assertThat(region.height()).isEqualTo(rows);
        assertThat(region.bgr()).isEqualTo(new Recorder().read(left, top, columns, rows));
    }

    @Test
    void allOfAnImageIsTheImage() {
        Image image = Image.computed(WIDTH, HEIGHT, new Recorder());
        assertThat(image.region(0, 0, WIDTH, HEIGHT)).isSameAs(image);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 2, 2",
        "0, -1, 2, 2",
        "0, 0, 0, 2",
        "0, 0, 2, 0",
        "8, 0, 2, 2",
        "0, 6, 2, 2",
        "0, 0, 10, 7",
        "2147483647, 0, 1, 1",
        "1, 1, 2147483647, 1"
    })
    void whatIsNotWithinItIsRefused(int left, int top, int width, int height) {
        Image image = Image.computed(WIDTH, HEIGHT, new Recorder());
        assertThatThrownBy(() -> image.region(left, top, width, height))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("9 x 7");
    }

    @Test
    void sizesThatNoImageHasAreRefused() {
        assertThatThrownBy(() -> Image.computed(0, 1, new Recorder())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Image.computed(40_000, 40_000, new Recorder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("40000 x 40000");
        assertThatThrownBy(() -> new Image(2, 1, new byte[5])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSourceOfTooFewPixelsIsFoundOut() {
        Image image = Image.computed(2, 2, (left, top, width, height) -> new byte[3]);
        assertThatThrownBy(image::bgr)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 bytes");
    }
}
