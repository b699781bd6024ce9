package io.ssdlab.core.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.data.Image;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;

final class MatScopeTest {

    @Test
    void copiesThereAndBack() {
        Image picture = Pictures.noise(7, 5);
        try (MatScope scope = new MatScope()) {
            Image back = scope.toImage(scope.copyOf(picture));
            assertThat(back.width()).isEqualTo(7);
            assertThat(back.height()).isEqualTo(5);
            assertThat(back.bgr()).isEqualTo(picture.bgr()).isNotSameAs(picture.bgr());
        }
    }

    @Test
    void closingFreesThePixels() {
        Mat copied;
        Mat adopted;
        try (MatScope scope = new MatScope()) {
            copied = scope.copyOf(Pictures.noise(7, 5));
            adopted = scope.adopt(copied.clone());
            assertThat(copied.empty()).isFalse();
            assertThat(adopted.empty()).isFalse();
        }
        assertThat(copied.empty()).isTrue();
        assertThat(adopted.empty()).isTrue();
    }
}
