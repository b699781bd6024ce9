package io.ssdlab.plugin.ssd.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.testkit.AugmenterContract;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ResizeTest extends AugmenterContract {

    private static final List<Interpolation> ALL = List.of(Interpolation.values());

    @Override
    protected Augmenter augmenter() {
        return new Resize(new ResizeConfig(ALL), new InputSize(30, 20));
    }

    static Stream<Arguments> golden() {
        List<Arguments> cases = new ArrayList<>();
        int number = 0;
        for (JsonNode golden : Golden.read("resize.json").get("cases")) {
            for (Interpolation interpolation : ALL) {
                cases.add(Arguments.of(number, interpolation, golden));
            }
            number++;
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "case {0}, {1}")
    @MethodSource("golden")
    void resizesAsTheReference(int number, Interpolation interpolation, JsonNode golden) {
        Resize resize = new Resize(
                new ResizeConfig(ALL),
                new InputSize(
                        golden.get("out_w").intValue(), golden.get("out_h").intValue()));
        Golden.assertWithinLevels(
                1,
                resize.resize(Golden.image(golden.get("image")), interpolation),
                Golden.image(golden.get("out").get(interpolation.name())));
    }

    @Test
    void theDrawChoosesTheInterpolationAndLeavesTheObjects() {
        GroundTruth object = new GroundTruth(new CornerBox(0.25f, 0.125f, 0.375f, 1), 6, true);
        Sample sample = new Sample("a", Pictures.noise(50, 50), List.of(object));
        Resize resize = new Resize(new ResizeConfig(ALL), new InputSize(30, 20));
        for (int i = 0; i < ALL.size(); i++) {
            Sample resized = resize.augment(sample, new FixedDraws((i + 0.5f) / ALL.size()));
            assertThat(resized.image().bgr())
                    .isEqualTo(resize.resize(sample.image(), ALL.get(i)).bgr());
            assertThat(resized.groundTruths()).isEqualTo(sample.groundTruths());
        }
    }

    @Test
    void theInterpolationsDiffer() {
        Image picture = Pictures.noise(50, 50);
        Resize resize = new Resize(new ResizeConfig(ALL), new InputSize(30, 20));
        assertThat(ALL.stream()
                        .map(way -> ByteBuffer.wrap(resize.resize(picture, way).bgr())))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPictureOfTheRightSizeIsNotCopiedButTheDrawIsMade() {
        Sample sample = new Sample("a", Pictures.noise(30, 20), List.of());
        FixedDraws draws = new FixedDraws(0.5f);
        assertThat(augmenter().augment(sample, draws)).isSameAs(sample);
        assertThat(draws.used()).isEqualTo(1);
    }

    @Test
    void refusesNoInterpolation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResizeConfig(List.of()))
                .withMessageContaining("name at least one");
    }
}
