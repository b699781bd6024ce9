package io.ssdlab.plugin.augmenters.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.plugin.augmenters.Pictures;
import io.ssdlab.plugin.augmenters.image.MeanColour;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.InputSize;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CanvasTest {

    private static final MeanColour MEAN = new MeanColour(104, 117, 123);
    private static final InputSize SIZE = new InputSize(20, 10);
    private static final KeptObjects ALL = new KeptObjects(Keep.VISIBLE, 0, 0);

    @Test
    void aPictureOfItsSizeLiesOnItAsItIs() {
        Image picture = Pictures.noise(20, 10);
        assertThat(laid(ALL, picture, SIZE, 0, 0).image().bgr()).isEqualTo(picture.bgr());
    }

    @Test
    void aPictureIsShiftedAndCut() {
        Image picture = Pictures.noise(20, 10);
        Image laid = laid(ALL, picture, SIZE, -6, 3).image();
        Image mean = Pictures.plain(20, 10, 104, 117, 123);
        for (int y = 0; y < 10; y++) {
            for (int x = 0; x < 20; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    int expected = x < 14 && y >= 3 ? picture.value(x + 6, y - 3, channel) : mean.value(x, y, channel);
                    assertThat(laid.value(x, y, channel))
                            .as("channel %d at %d, %d", channel, x, y)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void whatShrinksIsTheMeanOverItsArea() {
        Image picture = Pictures.noise(60, 20);
        Image laid = laid(ALL, picture, SIZE, 0, 0).image();
        for (int y = 0; y < 10; y++) {
            for (int x = 0; x < 20; x++) {
                double mean = 0;
                for (int i = 0; i < 6; i++) {
                    mean += picture.value(3 * x + i % 3, 2 * y + i / 3, 1) / 6.0;
                }
                assertThat((double) laid.value(x, y, 1)).isCloseTo(mean, within(0.6));
            }
        }
    }

    @Test
    void boxesGoWithTheirPixels() {
        // To twice the size, from -8 and 2 on: columns 4..10 and rows 1..4 of the picture show.
        Sample sample = laid(ALL, Pictures.noise(10, 4), new InputSize(20, 8), -8, 2, box(0.5f, 0.25f, 0.9f, 0.75f));
        assertBox(sample, 2 / 20f, 4 / 10f, 10 / 20f, 8 / 10f);
    }

    @Test
    void ofAnObjectEnoughMustShow() {
        KeptObjects quarter = new KeptObjects(Keep.VISIBLE, 0.25, 0);
        Image picture = Pictures.noise(20, 10);
        GroundTruth object = box(0.1f, 0.2f, 0.5f, 0.8f);
        // Eight columns from 2 to 10: of these show two, then one.
        assertBox(laid(quarter, picture, SIZE, -8, 0, object), 0, 0.2f, 0.1f, 0.8f);
        assertThat(laid(quarter, picture, SIZE, -9, 0, object).groundTruths()).isEmpty();
    }

    @Test
    void theCentreOfAnObjectMustShow() {
        KeptObjects centre = new KeptObjects(Keep.CENTRE, 0.9, 0);
        Image picture = Pictures.noise(20, 10);
        GroundTruth object = box(0.1f, 0.2f, 0.5f, 0.8f);
        assertBox(laid(centre, picture, SIZE, -6, 0, object), 0, 0.2f, 0.2f, 0.8f);
        assertThat(laid(centre, picture, SIZE, -7, 0, object).groundTruths()).isEmpty();
    }

    @Test
    void aBoxMustHaveItsLeastSides() {
        KeptObjects large = new KeptObjects(Keep.VISIBLE, 0, 5);
        Image picture = Pictures.noise(20, 10);
        assertThat(laid(large, picture, SIZE, 0, 0, box(0.25f, 0.5f, 0.5f, 1)).groundTruths())
                .hasSize(1);
        assertThat(laid(large, picture, SIZE, 0, 0, box(0.25f, 0.5f, 0.5f, 0.9f))
                        .groundTruths())
                .isEmpty();
        assertThat(laid(large, picture, SIZE, 0, 0, box(0.25f, 0.5f, 0.48f, 1)).groundTruths())
                .isEmpty();
    }

    @Test
    void anObjectThatReachesOutOfItsPictureCountsAsFarAsItShowsThere() {
        KeptObjects whole = new KeptObjects(Keep.VISIBLE, 1, 0);
        assertBox(laid(whole, Pictures.noise(20, 10), SIZE, 0, 0, box(-0.5f, 0, 0.5f, 1.5f)), 0, 0, 0.5f, 1);
    }

    private static GroundTruth box(float xMin, float yMin, float xMax, float yMax) {
        return new GroundTruth(new CornerBox(xMin, yMin, xMax, yMax), 3, true);
    }

    private static Sample laid(
            KeptObjects keptObjects, Image picture, InputSize scaled, int left, int top, GroundTruth... objects) {
        try (Canvas canvas = new Canvas(SIZE, MEAN, keptObjects)) {
            canvas.lay(new Sample("other", picture, List.of(objects)), scaled, left, top);
            return canvas.sample("a");
        }
    }

    private static void assertBox(Sample sample, float xMin, float yMin, float xMax, float yMax) {
        assertThat(sample.groundTruths()).hasSize(1);
        GroundTruth object = sample.groundTruths().get(0);
        assertThat(object.label()).isEqualTo(3);
        assertThat(object.difficult()).isTrue();
        assertThat(object.box().xMin()).isCloseTo(xMin, within(1e-6f));
        assertThat(object.box().yMin()).isCloseTo(yMin, within(1e-6f));
        assertThat(object.box().xMax()).isCloseTo(xMax, within(1e-6f));
        assertThat(object.box().yMax()).isCloseTo(yMax, within(1e-6f));
    }
}
