package io.ssdlab.core.data;

import io.ssdlab.core.data.image.ImageDecoder;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.MixingAugmenter;
import io.ssdlab.spi.data.OtherSamples;
import io.ssdlab.spi.data.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The training set as augmentation leaves it: decodes, and applies each augmenter in turn. Immutable; thread-safe. */
public final class AugmentedSamples {

    private final List<AnnotatedImage> images;
    private final List<Augmenter> augmenters;
    private final TrainedObjects objects;
    private final ImageDecoder decoder = new ImageDecoder();

    /**
     * @param images the training set, at least one image
     * @param augmenters in the order in which they are applied
     * @param useDifficult whether objects that are marked as difficult are trained on
     */
    public AugmentedSamples(List<AnnotatedImage> images, List<Augmenter> augmenters, boolean useDifficult) {
        this.images = List.copyOf(images);
        this.augmenters = List.copyOf(augmenters);
        this.objects = new TrainedObjects(useDifficult);
    }

    /** The number of images. */
    int images() {
        return images.size();
    }

    /** The sample of image {@code image}, all that is random in it drawn from {@code random}. */
    Sample augmented(int image, RandomGenerator random) {
        return augmented(image, augmenters.size(), random, stage -> {});
    }

    /**
     * The way of an image to the sample that {@code random} makes of it: as decoded, then as each augmenter in turn leaves it.
     *
     * @param image its index
     * @return one sample more than there are augmenters; one that an augmenter leaves alone is the one before it
     */
    public List<Sample> stages(int image, RandomGenerator random) {
        List<Sample> stages = new ArrayList<>();
        augmented(image, augmenters.size(), random, stages::add);
        return stages;
    }

    /** Only the first {@code steps} augmenters are applied: what a mixing one draws has gone the way that it comes after. */
    private Sample augmented(int image, int steps, RandomGenerator random, Consumer<Sample> stages) {
        Sample sample = decoded(images.get(image));
        stages.accept(sample);
        for (int step = 0; step < steps; step++) {
            sample = augmenters.get(step) instanceof MixingAugmenter mixing
                    ? mixing.augment(sample, others(step), random)
                    : augmenters.get(step).augment(sample, random);
            stages.accept(sample);
        }
        return sample;
    }

    private OtherSamples others(int steps) {
        return drawn -> augmented(drawn.nextInt(images.size()), steps, drawn, stage -> {});
    }

    private Sample decoded(AnnotatedImage image) {
        return new Sample(image.id(), decoder.decode(image.id(), image.file()), objects.groundTruths(image));
    }
}
