package io.ssdlab.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BoxCoderTest {

    @Test
    void encodesAndDecodesAsTheOriginal() {
        JsonNode golden = Golden.read("encode_decode.json");
        assertThat(golden.get("cases")).hasSizeGreaterThan(30);
        for (JsonNode scene : golden.get("cases")) {
            assertCoding(scene, BoxCoding.CENTRE_SIZE, "center_size");
            if (scene.has("encode_corner")) {
                assertCoding(scene, BoxCoding.CORNER, "corner");
                assertCoding(scene, BoxCoding.CORNER_SIZE, "corner_size");
            }
        }
    }

    private static void assertCoding(JsonNode scene, BoxCoding coding, String name) {
        BoxCoder coder = coder(coding, Golden.floats(scene.get("prior")));
        float[] offsets = new float[4];
        coder.encode(box(scene.get("gt")), 0, offsets, 0);
        assertClose(offsets, Golden.floats(scene.get("encode_" + name)));
        assertClose(coder.decodeAll(Golden.floats(scene.get("loc")), 0), Golden.floats(scene.get("decode_" + name)));
    }

    /** The original can leave the variances out of the offsets: here they are then all 1. */
    @Test
    void encodesWithoutVariancesAndClips() {
        PriorBoxes.Variances none = new PriorBoxes.Variances(1, 1, 1, 1);
        List<PriorLayer> layers = List.of(new PriorLayer("map", 1, 1, 1));
        for (JsonNode scene : Golden.read("encode_decode.json").get("cases")) {
            float[] prior = Golden.floats(scene.get("prior"));
            float[] offsets = new float[4];
            new BoxCoder(PriorBoxes.ofCorners(layers, prior, none), BoxCoding.CENTRE_SIZE)
                    .encode(box(scene.get("gt")), 0, offsets, 0);
            assertClose(offsets, Golden.floats(scene.get("encode_center_size_variance_in_target")));

            float[] corners = coder(prior).decodeAll(Golden.floats(scene.get("loc")), 0);
            CornerBox clipped = new CornerBox(corners[0], corners[1], corners[2], corners[3]).clipped();
            assertClose(
                    new float[] {clipped.xMin(), clipped.yMin(), clipped.xMax(), clipped.yMax()},
                    Golden.floats(scene.get("decode_center_size_clipped")));
        }
    }

    private static CornerBox box(JsonNode corners) {
        float[] box = Golden.floats(corners);
        return new CornerBox(box[0], box[1], box[2], box[3]);
    }

    private static void assertClose(float[] actual, float[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-5f * Math.max(1, Math.abs(expected[i]))));
        }
    }

    @Property(seed = "1")
    void decodingUndoesEncoding(
            @ForAll BoxCoding coding,
            @ForAll @FloatRange(min = -0.5f, max = 1) float x,
            @ForAll @FloatRange(min = -0.5f, max = 1) float y,
            @ForAll @FloatRange(min = 0.01f, max = 1) float width,
            @ForAll @FloatRange(min = 0.01f, max = 1) float height) {
        BoxCoder coder = coder(coding, 0.1f, 0.1f, 0.3f, 0.3f, 0.2f, 0.4f, 0.7f, 0.6f);
        CornerBox box = new CornerBox(x, y, x + width, y + height);
        float[] offsets = new float[8];
        coder.encode(box, 1, offsets, 4);
        float[] corners = coder.decodeAll(offsets, 0);
        assertThat(corners[4]).isCloseTo(box.xMin(), within(1e-5f));
        assertThat(corners[5]).isCloseTo(box.yMin(), within(1e-5f));
        assertThat(corners[6]).isCloseTo(box.xMax(), within(1e-5f));
        assertThat(corners[7]).isCloseTo(box.yMax(), within(1e-5f));
    }

    @Property(seed = "1")
    void encodingUndoesDecoding(
            @ForAll @FloatRange(min = 0.02f, max = 1) float priorWidth,
            @ForAll @FloatRange(min = 0.02f, max = 1) float priorHeight,
            @ForAll @Size(4) List<@FloatRange(min = -8, max = 8) Float> offsets,
            @ForAll @Size(4) List<@FloatRange(min = 0.05f, max = 1) Float> variances) {
        BoxCoder coder = new BoxCoder(
                PriorBoxes.ofCentreSizes(
                        List.of(new PriorLayer("map", 1, 1, 1)),
                        new float[] {0.4f, 0.6f, priorWidth, priorHeight},
                        new PriorBoxes.Variances(
                                variances.get(0), variances.get(1), variances.get(2), variances.get(3))),
                BoxCoding.CENTRE_SIZE);
        float[] given = {
            offsets.get(0), offsets.get(1), offsets.get(2) / variances.get(2) / 8, offsets.get(3) / variances.get(3) / 8
        };
        float[] box = new float[4];
        coder.decode(given, 0, 0, box, 0);
        float[] again = new float[4];
        coder.encode(new CornerBox(box[0], box[1], box[2], box[3]), 0, again, 0);
        // Corners are rounded at the size of the coordinates, offsets count in variances of the box's size.
        float greatest = Math.max(1, Math.max(Math.abs(box[0]), Math.max(Math.abs(box[1]), Math.max(box[2], box[3]))));
        float smallest = Math.min(Math.min(priorWidth, priorHeight), Math.min(box[2] - box[0], box[3] - box[1]));
        for (int i = 0; i < 4; i++) {
            float rounding = 1e-6f * greatest / smallest / variances.get(i);
            assertThat(again[i]).isCloseTo(given[i], within(1e-5f + rounding));
        }
    }

    @Test
    void decodesTheAskedImageOfABatch() {
        BoxCoder coder = coder(0.1f, 0.1f, 0.3f, 0.3f);
        float[] batch = {9, 9, 9, 9, 0, 0, 0, 0};
        assertThat(coder.decodeAll(batch, 1)).containsExactly(new float[] {0.1f, 0.1f, 0.3f, 0.3f}, within(1e-6f));
    }

    @Test
    void refusesABoxWithoutArea() {
        BoxCoder coder = coder(0, 0, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> coder.encode(new CornerBox(0.5f, 0, 0.5f, 1), 0, new float[4], 0))
                .withMessageContaining("without area");
    }

    private static BoxCoder coder(float... corners) {
        return coder(BoxCoding.CENTRE_SIZE, corners);
    }

    private static BoxCoder coder(BoxCoding coding, float... corners) {
        List<PriorLayer> layers = List.of(new PriorLayer("map", 1, 1, corners.length / 4));
        return new BoxCoder(PriorBoxes.ofCorners(layers, corners, PriorBoxes.Variances.ORIGINAL), coding);
    }
}
