package io.ssdlab.plugin.ssd.augment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ssdlab.plugin.ssd.augment.ColourStep.Brightness;
import io.ssdlab.plugin.ssd.augment.ColourStep.Contrast;
import io.ssdlab.plugin.ssd.augment.ColourStep.Hue;
import io.ssdlab.plugin.ssd.augment.ColourStep.Saturation;
import io.ssdlab.spi.data.Image;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ColourStepTest {

    static Stream<JsonNode> cases() {
        return StreamSupport.stream(
                Golden.read("colour_distort.json").get("cases").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void brightnessAsTheReference(JsonNode golden) {
        Golden.assertWithinLevels(1, apply(golden, brightness(golden)), Golden.image(golden.get("after_brightness")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void contrastAsTheReference(JsonNode golden) {
        Golden.assertWithinLevels(1, apply(golden, contrast(golden)), Golden.image(golden.get("after_contrast")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saturationAsTheReference(JsonNode golden) {
        Golden.assertWithinLevels(1, apply(golden, saturation(golden)), Golden.image(golden.get("after_saturation")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hueAsTheReference(JsonNode golden) {
        Golden.assertWithinLevels(1, apply(golden, hue(golden)), Golden.image(golden.get("after_hue")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void chainsAsTheReference(JsonNode golden) {
        Golden.assertWithinLevels(
                3,
                apply(golden, brightness(golden), contrast(golden), saturation(golden), hue(golden)),
                Golden.image(golden.get("chain_contrast_early")));
        Golden.assertWithinLevels(
                3,
                apply(golden, brightness(golden), saturation(golden), hue(golden), contrast(golden)),
                Golden.image(golden.get("chain_contrast_late")));
    }

    @Test
    void brightnessStopsAtBlackAndWhite() {
        Image grey = Pictures.plain(2, 2, 10, 128, 250);
        assertThat(apply(grey, new Brightness(-20)).bgr())
                .isEqualTo(Pictures.plain(2, 2, 0, 108, 230).bgr());
        assertThat(apply(grey, new Brightness(20)).bgr())
                .isEqualTo(Pictures.plain(2, 2, 30, 148, 255).bgr());
    }

    @Test
    void contrastCloseToOneChangesNothing() {
        Image white = Pictures.plain(2, 2, 255, 255, 255);
        assertThat(apply(white, new Contrast(0.9995f)).bgr()).isEqualTo(white.bgr());
        assertThat(apply(white, new Contrast(0.99f)).bgr())
                .isEqualTo(Pictures.plain(2, 2, 252, 252, 252).bgr());
    }

    @Test
    void hueBelowRedIsCutToRedAndDoesNotWrap() {
        // Orange of hue 5: minus 18 levels would be a pinkish red if it wrapped.
        Image orange = Pictures.plain(2, 2, 0, 42, 255);
        assertThat(apply(orange, new Hue(-18)).bgr())
                .isEqualTo(Pictures.plain(2, 2, 0, 0, 255).bgr());
    }

    @Test
    void aHueThatStaysLeavesThePixels() {
        // The way to HSV and back would cost levels; the original does not take it then.
        Image picture = Pictures.noise(16, 16);
        assertThat(apply(picture, new Hue(0)).bgr()).isEqualTo(picture.bgr());
        assertThat(apply(picture, new Saturation(1)).bgr()).isNotEqualTo(picture.bgr());
    }

    @Test
    void hueAbove179Wraps() {
        // Red of hue 178: plus 10 levels is hue 8, an orange: more green than blue.
        Image red = Pictures.plain(1, 1, 17, 0, 255);
        Image orange = apply(red, new Hue(10));
        assertThat(orange.value(0, 0, 1)).isGreaterThan(40);
        assertThat(orange.value(0, 0, 0)).isZero();
    }

    private static Image apply(JsonNode golden, ColourStep... steps) {
        return apply(Golden.image(golden.get("image_bgr")), steps);
    }

    private static Image apply(Image image, ColourStep... steps) {
        return new ColourPlan(List.of(steps)).apply(image);
    }

    private static Brightness brightness(JsonNode golden) {
        return new Brightness(golden.get("brightness_delta").floatValue());
    }

    private static Contrast contrast(JsonNode golden) {
        return new Contrast(golden.get("contrast").floatValue());
    }

    private static Saturation saturation(JsonNode golden) {
        return new Saturation(golden.get("saturation").floatValue());
    }

    private static Hue hue(JsonNode golden) {
        return new Hue(golden.get("hue_delta").floatValue());
    }
}
