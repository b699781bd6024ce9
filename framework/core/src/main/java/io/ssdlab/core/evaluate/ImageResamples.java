package io.ssdlab.core.evaluate;

import io.ssdlab.core.store.Sha256;
import io.ssdlab.spi.evaluation.WeightedScore;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The bootstrap resamples of a list of test images: {@value #COUNT} lists of as many images, each drawn with replacement.
 * They follow from the ids and their order alone. So two runs on the same images have the same resamples, and their values
 * under each can be compared pair by pair. Immutable.
 */
public final class ImageResamples {

    /** How many resamples there are. */
    public static final int COUNT = 1000;

    /** Names this way of resampling; another when the same images would give other resamples. */
    public static final String METHOD = "bootstrap of images, 1000, 1";

    private static final int HEX = 16;
    private static final int DIGITS_OF_LONG = 16;

    private final int images;
    private final String key;

    private ImageResamples(int images, String key) {
        this.images = images;
        this.key = key;
    }

    /** The resamples of the images of these ids, in this order. */
    public static ImageResamples of(List<String> imageIds) {
        Sha256 sha = new Sha256().add(METHOD).add(imageIds.size());
        imageIds.forEach(sha::add);
        return new ImageResamples(imageIds.size(), sha.hex());
    }

    /** The SHA-256 of the ids: values of equal keys pair up, resample by resample. */
    public String key() {
        return key;
    }

    /**
     * How often each image is drawn.
     *
     * @param resample 0 to {@value #COUNT} - 1
     * @return in the order of the images; their sum is the number of images
     */
    public int[] counts(int resample) {
        SplittableRandom random = new SplittableRandom(
                Long.parseUnsignedLong(new Sha256().add(key).add(resample).hex().substring(0, DIGITS_OF_LONG), HEX));
        int[] counts = new int[images];
        for (int i = 0; i < images; i++) {
            counts[random.nextInt(images)]++;
        }
        return counts;
    }

    /** The value under each resample, NaN where undefined. Uses all cores. */
    public double[] values(WeightedScore score) {
        return IntStream.range(0, COUNT)
                .parallel()
                .mapToDouble(resample -> score.value(counts(resample)))
                .toArray();
    }
}
