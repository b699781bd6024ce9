package io.ssdlab.plugin.augmenters.photometric;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.plugin.augmenters.Pictures;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.testkit.AugmenterContract;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BrightnessContrastTest extends AugmenterContract {

    @Override
    protected Augmenter augmenter() {
        return new BrightnessContrast(new BrightnessContrastConfig(0.5, 0.2, 0.2));
    }

    @Test
    void multipliesThenAdds() {
        Image changed = BrightnessContrast.change(Pictures.plain(3, 2, 10, 100, 200), 1.2, -20.4);
        // 12 - 20.4 is below black; 120 - 20.4 = 99.6; 240 - 20.4 = 219.6.
        assertThat(changed.bgr()).isEqualTo(Pictures.plain(3, 2, 0, 100, 220).bgr());
        assertThat(BrightnessContrast.change(Pictures.plain(1, 1, 250, 0, 7), 1, 10)
                        .bgr())
                .isEqualTo(Pictures.plain(1, 1, 255, 10, 17).bgr());
    }

    @Test
    void brightnessIsAShareOfWhite() {
        IntSummaryStatistics levels = levels(new BrightnessContrastConfig(1, 0.2, 0), 128);
        assertThat(levels.getMin()).isBetween(77, 79);
        assertThat(levels.getMax()).isBetween(177, 179);
        assertThat(levels.getAverage()).isBetween(125.0, 131.0);
    }

    @Test
    void contrastIsAFactor() {
        IntSummaryStatistics levels = levels(new BrightnessContrastConfig(1, 0, 0.2), 200);
        assertThat(levels.getMin()).isBetween(160, 162);
        assertThat(levels.getMax()).isBetween(238, 240);
        assertThat(levels.getAverage()).isBetween(197.0, 203.0);
    }

    private static IntSummaryStatistics levels(BrightnessContrastConfig config, int level) {
        Augmenter augmenter = new BrightnessContrast(config);
        Sample sample = new Sample("a", Pictures.plain(1, 1, level, level, level), List.of());
        return IntStream.range(0, 1000)
                .map(seed -> augmenter
                        .augment(sample, new SplittableRandom(seed))
                        .image()
                        .value(0, 0, 1))
                .summaryStatistics();
    }
}
