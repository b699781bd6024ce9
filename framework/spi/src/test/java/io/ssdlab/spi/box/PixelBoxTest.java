package io.ssdlab.spi.box;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PixelBoxTest {

    @Property(tries = 500, seed = "1")
    void keepsWhatItWasMadeFromToTheLastBit(
            @ForAll @DoubleRange(min = -1000, max = 1000) double x,
            @ForAll @DoubleRange(min = -1000, max = 1000) double y,
            @ForAll @DoubleRange(max = 1000) double width,
            @ForAll @DoubleRange(max = 1000) double height) {
        PixelBox sized = PixelBox.ofSize(x, y, width, height);
        assertThat(sized.width()).isEqualTo(width);
        assertThat(sized.height()).isEqualTo(height);
        assertThat(sized.xMax()).isEqualTo(x + width);
        assertThat(sized.yMax()).isEqualTo(y + height);
        PixelBox cornered = new PixelBox(x, y, width, height);
        assertThat(cornered.xMax()).isEqualTo(width);
        assertThat(cornered.yMax()).isEqualTo(height);
        assertThat(cornered.width()).isEqualTo(width - x);
    }

    @Test
    void isEqualIfCornersAndSizeAre() {
        // 0.3 - 0.1 is not 0.2.
        PixelBox sized = PixelBox.ofSize(0.1, 0, 0.2, 1);
        assertThat(sized.xMax()).isEqualTo(0.1 + 0.2);
        assertThat(sized).isNotEqualTo(new PixelBox(0.1, 0, 0.1 + 0.2, 1));
        assertThat(sized).isEqualTo(PixelBox.ofSize(0.1, 0, 0.2, 1)).hasSameHashCodeAs(PixelBox.ofSize(0.1, 0, 0.2, 1));
        assertThat(PixelBox.ofSize(1, 2, 3, 4)).isEqualTo(new PixelBox(1, 2, 4, 6));
    }
}
