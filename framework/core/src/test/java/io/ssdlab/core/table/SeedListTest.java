package io.ssdlab.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeedListTest {

    @Test
    void tellsSeedsInFewWords() {
        assertThat(new SeedList(List.of(7L))).hasToString("seed 7");
        assertThat(new SeedList(List.of(2L, 1L))).hasToString("seeds 1, 2");
        assertThat(new SeedList(List.of(1L, 2L, 3L, 9L, 11L, 12L))).hasToString("seeds 1-3, 9, 11, 12");
    }
}
