package io.ssdlab.plugin.augmenters.erase;

import io.ssdlab.plugin.augmenters.image.MeanColour;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.Preprocessing;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Cuts square holes of one size into the picture (DeVries and Taylor, "Improved Regularization of Convolutional Neural
 * Networks with Cutout", arXiv:1708.04552, section 3.2). A hole's centre may be any pixel, so that it may reach over the
 * edge and hide less, which the paper finds important. Objects stay, also hidden ones. The paper sets pixels to zero after
 * the mean is subtracted: before, that is the mean.
 *
 * <p>Draws whether to cut, then column and row of each hole's centre, then the levels that fill the holes, if they are
 * random.
 */
public final class CutOut implements Augmenter {

    private final CutOutConfig config;
    private final HolePainter painter;

    @Inject
    public CutOut(CutOutConfig config, Preprocessing preprocessing) {
        this.config = config;
        this.painter = new HolePainter(config.fill(), MeanColour.of(preprocessing));
    }

    @Override
    public Sample augment(Sample sample, RandomGenerator random) {
        if (random.nextDouble() >= config.probability()) {
            return sample;
        }
        Image image = sample.image();
        int side = Math.max(1, (int) Math.round(config.size() * Math.min(image.width(), image.height())));
        List<PixelArea> holes = new ArrayList<>(config.holes());
        for (int i = 0; i < config.holes(); i++) {
            int left = random.nextInt(image.width()) - side / 2;
            int top = random.nextInt(image.height()) - side / 2;
            holes.add(new PixelArea(left, top, left + side, top + side).cutTo(image));
        }
        return painter.paint(sample, holes, random);
    }
}
