package io.ssdlab.plugin.ssd.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Image;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads what reference implementations computed, from the test resources. */
final class Golden {

    private Golden() {}

    static JsonNode read(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From rows of pixels of three values, blue first. */
    static Image image(JsonNode rows) {
        int height = rows.size();
        int width = rows.get(0).size();
        byte[] bgr = new byte[width * height * 3];
        int i = 0;
        for (JsonNode row : rows) {
            for (JsonNode pixel : row) {
                for (JsonNode value : pixel) {
                    bgr[i++] = (byte) value.intValue();
                }
            }
        }
        return new Image(width, height, bgr);
    }

    static CornerBox box(JsonNode corners) {
        return new CornerBox(
                corners.get(0).floatValue(),
                corners.get(1).floatValue(),
                corners.get(2).floatValue(),
                corners.get(3).floatValue());
    }

    static void assertWithinLevels(int levels, Image actual, Image expected) {
        assertThat(actual.width()).isEqualTo(expected.width());
        assertThat(actual.height()).isEqualTo(expected.height());
        for (int i = 0; i < expected.bgr().length; i++) {
            assertThat(Math.abs((actual.bgr()[i] & 0xff) - (expected.bgr()[i] & 0xff)))
                    .as("difference in levels at byte %d", i)
                    .isLessThanOrEqualTo(levels);
        }
    }

    static void assertClose(CornerBox actual, CornerBox expected, double tolerance) {
        assertThat((double) actual.xMin()).as("xMin").isCloseTo(expected.xMin(), within(tolerance));
        assertThat((double) actual.yMin()).as("yMin").isCloseTo(expected.yMin(), within(tolerance));
        assertThat((double) actual.xMax()).as("xMax").isCloseTo(expected.xMax(), within(tolerance));
        assertThat((double) actual.yMax()).as("yMax").isCloseTo(expected.yMax(), within(tolerance));
    }
}
