package io.ssdlab.plugin.augmenters.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.data.Image;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;

final class MatScopeTest {

    private static final Image PICTURE = new Image(2, 1, new byte[] {1, 2, 3, -1, -2, -3});

    @Test
    void copiesThereAndBack() {
        try (MatScope scope = new MatScope()) {
            Image back = scope.toImage(scope.copyOf(PICTURE));
            assertThat(back.width()).isEqualTo(2);
            assertThat(back.height()).isEqualTo(1);
            assertThat(back.bgr()).isEqualTo(PICTURE.bgr()).isNotSameAs(PICTURE.bgr());
        }
    }

    @Test
    void closingFreesThePixels() {
        Mat mat;
        try (MatScope scope = new MatScope()) {
            mat = scope.copyOf(PICTURE);
            assertThat(mat.empty()).isFalse();
        }
        assertThat(mat.empty()).isTrue();
    }
}
