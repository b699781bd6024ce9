package io.ssdlab.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class EndlessSamplerTest {

    @Property(tries = 50)
    void everyEpochHoldsEveryImageOnce(@ForAll @IntRange(min = 1, max = 60) int images, @ForAll long seed) {
        EndlessSampler sampler = new EndlessSampler(images, new RandomStreams(seed));
        for (long epoch = 0; epoch < 3; epoch++) {
            long first = epoch * images;
            int[] seen = LongStream.range(first, first + images)
                    .mapToInt(sampler::imageAt)
                    .sorted()
                    .toArray();
            assertThat(seen).hasSize(images).doesNotHaveDuplicates().contains(0, images - 1);
        }
    }

    @Test
    void positionAloneDecides() {
        EndlessSampler forwards = new EndlessSampler(10, new RandomStreams(3));
        int[] sequence = LongStream.range(0, 40).mapToInt(forwards::imageAt).toArray();
        EndlessSampler resumed = new EndlessSampler(10, new RandomStreams(3));
        for (int position = 39; position >= 0; position--) {
            assertThat(resumed.imageAt(position)).isEqualTo(sequence[position]);
        }
    }

    @Test
    void epochsAndSeedsDiffer() {
        EndlessSampler sampler = new EndlessSampler(30, new RandomStreams(3));
        int[] first = LongStream.range(0, 30).mapToInt(sampler::imageAt).toArray();
        int[] second = LongStream.range(30, 60).mapToInt(sampler::imageAt).toArray();
        EndlessSampler other = new EndlessSampler(30, new RandomStreams(4));
        int[] otherSeed = LongStream.range(0, 30).mapToInt(other::imageAt).toArray();
        assertThat(second).isNotEqualTo(first);
        assertThat(otherSeed).isNotEqualTo(first);
    }

    @Test
    void refusesAnEmptySet() {
        assertThatThrownBy(() -> new EndlessSampler(0, new RandomStreams(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
