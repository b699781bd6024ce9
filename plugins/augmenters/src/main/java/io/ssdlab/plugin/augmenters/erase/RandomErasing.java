package io.ssdlab.plugin.augmenters.erase;

import io.ssdlab.plugin.augmenters.chance.Interval;
import io.ssdlab.plugin.augmenters.image.MeanColour;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.Preprocessing;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Paints over a rectangle of the picture, or of each object, at random (Zhong, Zheng, Kang, Li and Yang, "Random Erasing
 * Data Augmentation", arXiv:1708.04896). Objects stay, however much of them is hidden; no hole takes an area's whole width
 * or height.
 *
 * <p>Draws for the picture, then for each object in turn, as far as {@code within} asks for them: whether it gets a hole
 * and, only if so, the hole (see {@link HoleSampler#draw}). Then the levels that fill the holes, if they are random. Objects
 * that overlap may be hidden by each other's holes.
 */
public final class RandomErasing implements Augmenter {

    private final RandomErasingConfig config;
    private final HoleSampler sampler;
    private final HolePainter painter;

    @Inject
    public RandomErasing(RandomErasingConfig config, Preprocessing preprocessing) {
        this.config = config;
        this.sampler = new HoleSampler(
                new Interval(config.minArea(), config.maxArea()),
                new Interval(config.minAspectRatio(), config.maxAspectRatio()));
        this.painter = new HolePainter(config.fill(), MeanColour.of(preprocessing));
    }

    @Override
    public Sample augment(Sample sample, RandomGenerator random) {
        List<PixelArea> holes = new ArrayList<>();
        for (PixelArea area : areas(sample)) {
            if (random.nextDouble() < config.probability()) {
                sampler.draw(area, random).ifPresent(holes::add);
            }
        }
        return painter.paint(sample, holes, random);
    }

    private List<PixelArea> areas(Sample sample) {
        Image image = sample.image();
        List<PixelArea> areas = new ArrayList<>();
        if (config.within().image()) {
            areas.add(PixelArea.of(image));
        }
        if (config.within().objects()) {
            for (GroundTruth object : sample.groundTruths()) {
                areas.add(PixelArea.of(object.box(), image));
            }
        }
        return areas;
    }
}
