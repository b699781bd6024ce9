package io.ssdlab.plugin.datasets.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AvailableNamesTest {

    @Test
    void theMostAlikeComesFirst() {
        assertThat(new AvailableNames(List.of("test", "Train", "val")).nearestTo("trian"))
                .isEqualTo("\"Train\", \"test\", \"val\"");
    }

    @Test
    void aLongListIsCutShort() {
        List<String> many = IntStream.range(10, 30).mapToObj(i -> "n" + i).toList();

        assertThat(new AvailableNames(many).nearestTo("n17"))
                .startsWith("\"n17\", ")
                .endsWith(" and 12 more");
    }

    @Test
    void anEmptyListSaysSo() {
        assertThat(new AvailableNames(List.of()).nearestTo("x")).isEqualTo("nothing");
    }
}
