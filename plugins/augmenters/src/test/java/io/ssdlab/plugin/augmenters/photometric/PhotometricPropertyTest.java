package io.ssdlab.plugin.augmenters.photometric;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.plugin.augmenters.RandomSamples;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Sample;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** What holds for every change of colours and sharpness, whatever is drawn. */
class PhotometricPropertyTest {

    private static final List<DoubleFunction<Augmenter>> ALL = List.of(
            probability -> new BrightnessContrast(new BrightnessContrastConfig(probability, 0.5, 0.5)),
            probability -> new HueSaturation(new HueSaturationConfig(probability, 180, 1)),
            probability -> new Gamma(new GammaConfig(probability, 0.1, 5)),
            probability -> new Blur(new BlurConfig(probability, 0.1, 8)),
            probability -> new Noise(new NoiseConfig(probability, 0, 60)),
            probability -> new Grey(new GreyConfig(probability)),
            probability -> new ChannelShuffle(new ChannelShuffleConfig(probability)),
            probability -> new Jpeg(new JpegConfig(probability, 1, 100)),
            probability -> new Equalise(new EqualiseConfig(probability)),
            probability -> new Clahe(new ClaheConfig(probability, 1, 40, 8)));

    @Property(tries = 400, seed = "7")
    void sizeAndObjectsStay(
            @ForAll("augmenters") DoubleFunction<Augmenter> augmenter,
            @ForAll("samples") Sample sample,
            @ForAll long seed) {
        Sample changed = augmenter.apply(1).augment(sample, new SplittableRandom(seed));

        assertThat(changed.imageId()).isEqualTo(sample.imageId());
        assertThat(changed.groundTruths()).isEqualTo(sample.groundTruths());
        assertThat(changed.image().width()).isEqualTo(sample.image().width());
        assertThat(changed.image().height()).isEqualTo(sample.image().height());
    }

    @Property(tries = 400, seed = "7")
    void actsIfTheFirstDrawIsBelowTheProbability(
            @ForAll("augmenters") DoubleFunction<Augmenter> augmenter,
            @ForAll("samples") Sample sample,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 1) double probability) {
        boolean acts = new SplittableRandom(seed).nextDouble() < probability;
        SplittableRandom random = new SplittableRandom(seed);
        Sample changed = augmenter.apply(probability).augment(sample, random);

        if (acts) {
            assertThat(changed).isNotSameAs(sample);
        } else {
            assertThat(changed).isSameAs(sample);
            SplittableRandom afterOneDraw = new SplittableRandom(seed);
            afterOneDraw.nextDouble();
            assertThat(random.nextLong()).as("the next draw").isEqualTo(afterOneDraw.nextLong());
        }
    }

    @Provide
    Arbitrary<DoubleFunction<Augmenter>> augmenters() {
        return Arbitraries.of(ALL);
    }

    @Provide
    Arbitrary<Sample> samples() {
        return RandomSamples.upTo(50);
    }
}
