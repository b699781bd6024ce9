package io.ssdlab.core.data;

import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.training.Matching;
import java.util.List;
import java.util.Optional;

/**
 * What a training sample became, beside its pixels.
 *
 * @param objects those that augmentation left, normalised to the image that the network sees
 * @param matching of the prior boxes to these objects; empty if it waits for the network's predictions
 */
public record EncodedSample(String imageId, List<GroundTruth> objects, Optional<Matching> matching) {

    public EncodedSample {
        objects = List.copyOf(objects);
    }
}
