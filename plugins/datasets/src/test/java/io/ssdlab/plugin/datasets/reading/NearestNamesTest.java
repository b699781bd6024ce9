package io.ssdlab.plugin.datasets.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NearestNamesTest {

    @Test
    void theMostAlikeComesFirst() {
        assertThat(new NearestNames(List.of("test", "Train", "val")).to("trian"))
                .isEqualTo("\"Train\", \"test\", \"val\"");
    }

    @Test
    void aLongListIsCutShort() {
        List<String> many = IntStream.range(10, 30).mapToObj(i -> "n" + i).toList();

        assertThat(new NearestNames(many).to("n17")).startsWith("\"n17\", ").endsWith(" and 12 more");
    }

    @Test
    void anEmptyListSaysSo() {
        assertThat(new NearestNames(List.of()).to("x")).isEqualTo("nothing");
    }
}
