package io.ssdlab.plugin.ssd.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.ssdlab.spi.box.CornerBox;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CropSamplerTest {

    private static final Optional<Double> NONE = Optional.empty();

    static Stream<JsonNode> samples() {
        return StreamSupport.stream(
                Golden.read("crop_boxes.json").get("samples").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void cropsAsTheOriginal(JsonNode golden) {
        JsonNode u = golden.get("u");
        CornerBox crop = new CropSampler(original(NONE, NONE))
                .crop(
                        u.get(0).floatValue(),
                        u.get(1).floatValue(),
                        u.get(2).floatValue(),
                        u.get(3).floatValue());
        Golden.assertClose(crop, Golden.box(golden.get("box")), 1e-6);
    }

    @Property
    void cropsLieInThePictureAndHaveTheShapeAskedFor(
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double scale,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double aspectRatio,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double left,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double top) {
        CornerBox crop = new CropSampler(original(NONE, NONE))
                .crop((float) scale, (float) aspectRatio, (float) left, (float) top);
        assertThat(crop.xMin()).isBetween(0f, 1f);
        assertThat(crop.yMin()).isBetween(0f, 1f);
        assertThat(crop.xMax()).isBetween(crop.xMin(), 1.000001f);
        assertThat(crop.yMax()).isBetween(crop.yMin(), 1.000001f);
        assertThat(Math.sqrt(crop.area())).isBetween(0.3 - 1e-5, 1 + 1e-5);
        assertThat(crop.width() / crop.height()).isBetween(0.5f - 1e-5f, 2 + 1e-5f);
    }

    @Property(tries = 200)
    void theCropFoundSatisfiesTheConstraint(
            @ForAll long seed, @ForAll @Scale(6) @DoubleRange(min = 0.1, max = 0.9) double minIou) {
        List<CornerBox> objects = List.of(new CornerBox(0, 0, 0.2f, 0.2f), new CornerBox(0.2f, 0.1f, 0.9f, 0.8f));
        new CropSampler(original(Optional.of(minIou), NONE))
                .sample(objects, new SplittableRandom(seed))
                .ifPresent(crop ->
                        assertThat(objects).anyMatch(object -> crop.intersectionOverUnion(object) >= (float) minIou));
    }

    @Test
    void oneObjectIsEnough() {
        CropSampler sampler = new CropSampler(fixed(Optional.of(0.9), NONE, 1));
        CornerBox far = new CornerBox(0.8f, 0.8f, 0.9f, 0.9f);
        assertThat(sampler.sample(List.of(far, new CornerBox(0, 0, 0.5f, 0.5f)), new FixedDraws(0, 0, 0, 0)))
                .contains(new CornerBox(0, 0, 0.5f, 0.5f));
        assertThat(sampler.sample(List.of(far), new FixedDraws(0, 0, 0, 0))).isEmpty();
    }

    @Test
    void overlapUpToTheGreatestIsTaken() {
        CropSampler sampler = new CropSampler(fixed(NONE, Optional.of(0.2), 1));
        assertThat(sampler.sample(List.of(new CornerBox(0, 0, 0.5f, 0.5f)), new FixedDraws(0, 0, 0, 0)))
                .isEmpty();
        assertThat(sampler.sample(List.of(new CornerBox(0.5f, 0.5f, 1, 1)), new FixedDraws(0, 0, 0, 0)))
                .isPresent();
    }

    @Test
    void withoutObjectsOnlyASamplerWithoutConstraintFindsACrop() {
        assertThat(new CropSampler(original(NONE, NONE)).sample(List.of(), new SplittableRandom(1)))
                .isPresent();
        assertThat(new CropSampler(original(NONE, Optional.of(1.0))).sample(List.of(), new SplittableRandom(1)))
                .isEmpty();
        assertThat(new CropSampler(original(Optional.of(0.0), NONE)).sample(List.of(), new SplittableRandom(1)))
                .isEmpty();
    }

    @Test
    void triesAsOftenAsItMayAndNoMore() {
        CropSampler sampler = new CropSampler(fixed(Optional.of(0.9), NONE, 3));
        List<CornerBox> objects = List.of(new CornerBox(0.5f, 0.5f, 1, 1));
        FixedDraws third = new FixedDraws(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1);
        assertThat(sampler.sample(objects, third)).contains(new CornerBox(0.5f, 0.5f, 1, 1));
        FixedDraws never = new FixedDraws(new float[100]);
        assertThat(sampler.sample(objects, never)).isEmpty();
        assertThat(never.used()).isEqualTo(12);
    }

    @Test
    void refusesRangesUpsideDown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CropSamplerConfig(0.5, 0.3, 0.5, 2, NONE, NONE, 50))
                .withMessageContaining("min-scale 0.5 is above max-scale 0.3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CropSamplerConfig(0.3, 1, 2, 0.5, NONE, NONE, 50))
                .withMessageContaining("min-aspect-ratio 2.0 is above max-aspect-ratio 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CropSamplerConfig(0.3, 1, 0.5, 2, Optional.of(0.9), Optional.of(0.1), 50))
                .withMessageContaining("min-iou 0.9 is above max-iou 0.1");
    }

    private static CropSamplerConfig original(Optional<Double> minIou, Optional<Double> maxIou) {
        return new CropSamplerConfig(0.3, 1, 0.5, 2, minIou, maxIou, 50);
    }

    /** Always a quarter of the picture. */
    private static CropSamplerConfig fixed(Optional<Double> minIou, Optional<Double> maxIou, int maxTrials) {
        return new CropSamplerConfig(0.5, 0.5, 1, 1, minIou, maxIou, maxTrials);
    }
}
