package io.ssdlab.spi.data;

import io.ssdlab.spi.Maturity;
import java.util.List;

/**
 * An image with its objects on the way to the network.
 *
 * @param imageId the data set's name of the image, for messages
 * @param image the pixels, of any size until the last augmenter has run
 * @param groundTruths the objects, in normalised corners of {@code image}; may be empty
 */
@Maturity(Maturity.Level.STABLE)
public record Sample(String imageId, Image image, List<GroundTruth> groundTruths) {

    public Sample {
        groundTruths = List.copyOf(groundTruths);
    }
}
