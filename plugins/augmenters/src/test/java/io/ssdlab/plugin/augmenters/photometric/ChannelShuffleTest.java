package io.ssdlab.plugin.augmenters.photometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.plugin.augmenters.Pictures;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.testkit.AugmenterContract;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ChannelShuffleTest extends AugmenterContract {

    @Override
    protected Augmenter augmenter() {
        return new ChannelShuffle(new ChannelShuffleConfig(0.5));
    }

    @Test
    void everyOtherOrderComesAsOften() {
        Augmenter shuffle = new ChannelShuffle(new ChannelShuffleConfig(1));
        Sample sample = new Sample("a", Pictures.plain(5, 4, 1, 2, 3), List.of());
        Map<String, Integer> orders = new TreeMap<>();
        for (int seed = 0; seed < 2500; seed++) {
            Image shuffled = shuffle.augment(sample, new SplittableRandom(seed)).image();
            int blue = shuffled.value(0, 0, 0);
            int green = shuffled.value(0, 0, 1);
            int red = shuffled.value(0, 0, 2);
            assertThat(shuffled.bgr())
                    .isEqualTo(Pictures.plain(5, 4, blue, green, red).bgr());
            orders.merge("" + blue + green + red, 1, Integer::sum);
        }
        assertThat(orders.keySet()).containsExactly("132", "213", "231", "312", "321");
        assertThat(orders.values())
                .allSatisfy(count -> assertThat((double) count).isCloseTo(500, within(5 * Math.sqrt(400))));
    }
}
