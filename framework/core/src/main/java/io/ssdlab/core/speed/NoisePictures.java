package io.ssdlab.core.speed;

import io.ssdlab.spi.data.Image;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Pictures of noise, for whoever has none at hand. Networks take as long for them as for others; what follows depends on how
 * much a detector believes to see.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record NoisePictures(int width, int height) {

    private static final int CHANNELS = 3;

    /** Draws pictures. */
    public List<Image> draw(int count, RandomGenerator random) {
        return Stream.generate(() -> {
                    byte[] bgr = new byte[width * height * CHANNELS];
                    random.nextBytes(bgr);
                    return new Image(width, height, bgr);
                })
                .limit(count)
                .toList();
    }
}
