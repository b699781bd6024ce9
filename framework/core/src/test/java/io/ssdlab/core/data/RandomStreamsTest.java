package io.ssdlab.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RandomStreamsTest {

    @Test
    void samePurposeAndSeedRepeat() {
        assertThat(new RandomStreams(5).sample(17).nextLong())
                .isEqualTo(new RandomStreams(5).sample(17).nextLong());
    }

    @Test
    void everyStreamIsItsOwn() {
        Set<Long> first = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            RandomStreams streams = new RandomStreams(seed);
            first.add(streams.weights().nextLong());
            for (long index = 0; index < 50; index++) {
                first.add(streams.order(index).nextLong());
                first.add(streams.sample(index).nextLong());
            }
        }
        assertThat(first).hasSize(20 * 101);
    }
}
