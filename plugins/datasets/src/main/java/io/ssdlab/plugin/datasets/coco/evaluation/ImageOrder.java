package io.ssdlab.plugin.datasets.coco.evaluation;

import io.ssdlab.spi.evaluation.EvaluatedImage;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Images by ascending id, as {@code numpy.unique} orders them: it decides which of two equal scores in different images
 * ranks first. Ids that are all whole numbers go by value, others by code point.
 */
final class ImageOrder {

    /** What JSON takes for a whole number. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9]\\d*)");

    private ImageOrder() {}

    /** The numbers of the images, from 0, in this order; images of the same id stay as they are. */
    static int[] of(List<EvaluatedImage> images) {
        boolean numbers = images.stream()
                .allMatch(image -> WHOLE_NUMBER.matcher(image.imageId()).matches());
        return numbers
                ? sorted(images, image -> new BigInteger(image.imageId()), BigInteger::compareTo)
                : sorted(
                        images,
                        // The order of UTF-8 is the order of the code points.
                        image -> image.imageId().getBytes(StandardCharsets.UTF_8),
                        Arrays::compareUnsigned);
    }

    private static <K> int[] sorted(List<EvaluatedImage> images, Function<EvaluatedImage, K> key, Comparator<K> order) {
        List<K> keys = images.stream().map(key).toList();
        return IntStream.range(0, keys.size())
                .boxed()
                .sorted(Comparator.comparing(keys::get, order))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
