package io.ssdlab.plugin.augmenters.photometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.plugin.augmenters.Pictures;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.testkit.AugmenterContract;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class GreyTest extends AugmenterContract {

    @Override
    protected Augmenter augmenter() {
        return new Grey(new GreyConfig(0.5));
    }

    @Test
    void everyChannelIsTheLuma() {
        Image picture = Pictures.noise(40, 30);
        Image grey = new Grey(new GreyConfig(1))
                .augment(new Sample("a", picture, List.of()), new SplittableRandom(1))
                .image();
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                double luma = 0.114 * picture.value(x, y, 0)
                        + 0.587 * picture.value(x, y, 1)
                        + 0.299 * picture.value(x, y, 2);
                for (int channel = 0; channel < 3; channel++) {
                    assertThat((double) grey.value(x, y, channel)).isCloseTo(luma, within(0.5001));
                }
            }
        }
    }

    @Test
    void greyStaysAsItIs() {
        Sample grey = new Sample("a", Pictures.plain(3, 3, 255, 255, 255), List.of());
        assertThat(new Grey(new GreyConfig(1))
                        .augment(grey, new SplittableRandom(1))
                        .image()
                        .bgr())
                .isEqualTo(grey.image().bgr());
    }
}
