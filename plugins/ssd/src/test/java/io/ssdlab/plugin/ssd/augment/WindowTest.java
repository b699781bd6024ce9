package io.ssdlab.plugin.ssd.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WindowTest {

    static Stream<JsonNode> boxes() {
        return StreamSupport.stream(Golden.read("crop_boxes.json").get("boxes").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void keepsAndProjectsAsTheOriginal(JsonNode golden) {
        Window window = new Window(Golden.box(golden.get("crop")));
        CornerBox box = Golden.box(golden.get("box"));
        assertThat(window.holdsCentreOf(box))
                .isEqualTo(golden.get("center_inside").booleanValue());
        CornerBox projected = window.project(box);
        assertThat(projected.area() > 0).isEqualTo(golden.get("project_ok").booleanValue());
        if (golden.get("project_ok").booleanValue()) {
            Golden.assertClose(projected, Golden.box(golden.get("projected")), 1e-6);
        }
        assertThat(window.emit(List.of(new GroundTruth(box, 1, false))))
                .hasSize(golden.get("kept").booleanValue() ? 1 : 0);
        assertThat((double) window.corners().intersectionOverUnion(box))
                .isCloseTo(golden.get("jaccard_crop_box").doubleValue(), within(1e-6));
    }

    @Test
    void aCentreOnTheBorderIsInside() {
        Window rightHalf = new Window(new CornerBox(0.5f, 0, 1, 1));
        GroundTruth object = new GroundTruth(new CornerBox(0.25f, 0.25f, 0.75f, 0.75f), 4, true);
        assertThat(rightHalf.emit(List.of(object)))
                .containsExactly(new GroundTruth(new CornerBox(0, 0.25f, 0.5f, 0.75f), 4, true));
    }

    @Property
    void whatIsEmittedLiesInTheWindow(
            @ForAll @Scale(6) @FloatRange(min = 0, max = 0.7f) float left,
            @ForAll @Scale(6) @FloatRange(min = 0, max = 0.7f) float top,
            @ForAll @Scale(6) @FloatRange(min = 0.01f, max = 0.3f) float width,
            @ForAll @Scale(6) @FloatRange(min = 0.01f, max = 0.3f) float height,
            @ForAll @Scale(6) @FloatRange(min = 0, max = 0.5f) float x,
            @ForAll @Scale(6) @FloatRange(min = 0, max = 0.5f) float y,
            @ForAll @Scale(6) @FloatRange(min = 0.001f, max = 0.5f) float size) {
        Window window = new Window(new CornerBox(left, top, left + width, top + height));
        GroundTruth object = new GroundTruth(new CornerBox(x, y, x + size, y + size), 5, true);
        for (GroundTruth emitted : window.emit(List.of(object))) {
            assertThat(emitted.label()).isEqualTo(5);
            assertThat(emitted.difficult()).isTrue();
            assertThat(emitted.box().area()).isPositive();
            assertThat(emitted.box().clipped()).isEqualTo(emitted.box());
            assertThat(window.holdsCentreOf(object.box())).isTrue();
        }
    }

    @Property
    void theWholePictureChangesNoBox(
            @ForAll @Scale(6) @FloatRange(min = 0, max = 0.5f) float x,
            @ForAll @Scale(6) @FloatRange(min = 0, max = 0.5f) float y,
            @ForAll @Scale(6) @FloatRange(min = 0.001f, max = 0.5f) float size) {
        List<GroundTruth> objects = List.of(new GroundTruth(new CornerBox(x, y, x + size, y + size), 1, false));
        assertThat(new Window(new CornerBox(0, 0, 1, 1)).emit(objects)).isEqualTo(objects);
    }
}
