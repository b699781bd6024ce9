package io.ssdlab.plugin.datasets.coco.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.evaluation.EvaluatedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ImageOrderTest {

    @Test
    void numbersGoByValue() {
        assertThat(order("100", "9", "-3", "20", "123456789012345678901"))
                .containsExactly("-3", "9", "20", "100", "123456789012345678901");
    }

    @Test
    void otherIdsGoByCodePoint() {
        assertThat(order("b", "100", "9", "B")).containsExactly("100", "9", "B", "b");
        assertThat(order("000012", "2007_9", "000009")).containsExactly("000009", "000012", "2007_9");
        // In UTF-16, the second would come first.
        assertThat(order("\uD83D\uDE00", "\uFF5E")).containsExactly("\uFF5E", "\uD83D\uDE00");
    }

    private static List<String> order(String... ids) {
        List<EvaluatedImage> images = Stream.of(ids)
                .map(id -> new EvaluatedImage(id, 1, 1, List.of(), List.of()))
                .toList();
        return Arrays.stream(ImageOrder.of(images)).mapToObj(i -> ids[i]).toList();
    }
}
