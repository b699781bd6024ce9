package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Sample;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Crops the picture at random, so that objects become large or are cut off (paper section 2.2, "Data augmentation";
 * GenerateBatchSamples and CropImage of the original). By default seven samplers: the whole picture, a crop with IoU of at
 * least 0.1, 0.3, 0.5, 0.7 and 0.9 with an object, and any crop.
 *
 * <p>Difficult objects count in the search like any other. An object stays if its centre lies in the crop. The crop drawn
 * may hold the centre of none: the sample is then left without objects, as in the original.
 *
 * <p>Draws the trials of each sampler in turn, see {@link CropSampler#sample}, then one of the crops found; nothing more if
 * there is none, and the sample stays as it is. The original re-encodes every crop as JPEG, also that of the whole picture;
 * {@code jpeg-reencoding} does so too.
 */
public final class BatchSampler implements Augmenter {

    private final List<CropSampler> samplers;
    private final boolean jpegReencoding;

    @Inject
    public BatchSampler(BatchSamplerConfig config) {
        this.samplers = config.samplers().stream().map(CropSampler::new).toList();
        this.jpegReencoding = config.jpegReencoding();
    }

    @Override
    public Sample augment(Sample sample, RandomGenerator random) {
        return drawCrop(sample.groundTruths(), random)
                .map(crop -> new Sample(
                        sample.imageId(),
                        PixelRectangle.of(crop, sample.image()).cutFrom(sample.image()),
                        new Window(crop).emit(sample.groundTruths())))
                .map(cropped -> jpegReencoding ? JpegReencoding.of(cropped) : cropped)
                .orElse(sample);
    }

    /** One of the crops that the samplers found, in units of the picture and within it. */
    private Optional<CornerBox> drawCrop(List<GroundTruth> objects, RandomGenerator random) {
        List<CornerBox> boxes = objects.stream().map(GroundTruth::box).toList();
        List<CornerBox> crops = new ArrayList<>(samplers.size());
        for (CropSampler sampler : samplers) {
            sampler.sample(boxes, random).ifPresent(crops::add);
        }
        return crops.isEmpty()
                ? Optional.empty()
                : Optional.of(crops.get(random.nextInt(crops.size())).clipped());
    }
}
