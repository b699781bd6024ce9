package io.ssdlab.core.train;

import io.ssdlab.spi.Problem;
import io.ssdlab.spi.model.Preprocessing;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The pixels that a file's weights were trained on: with others they would run, and find little.
 *
 * @param file of the weights, for messages
 */
record WantedPixels(Path file, Preprocessing wanted) {

    /** Settings may give seven digits of a number. */
    private static final float SAME = 1e-6f;

    /** What is wrong with what an experiment gives, if anything. */
    Optional<Problem> problem(Preprocessing given) {
        boolean same = wanted.channelOrder() == given.channelOrder()
                && near(wanted.meanBlue(), given.meanBlue())
                && near(wanted.meanGreen(), given.meanGreen())
                && near(wanted.meanRed(), given.meanRed())
                && near(wanted.scale(), given.scale());
        return same
                ? Optional.empty()
                : Optional.of(new Problem(
                        file.toString(),
                        "its weights want other pixels than model.preprocessing gives: %s, not %s"
                                .formatted(text(wanted), text(given)),
                        "set model.preprocessing: " + text(wanted)));
    }

    private static boolean near(float one, float other) {
        return Math.abs(one - other) <= SAME * Math.max(1e-3f, Math.abs(one));
    }

    private static String text(Preprocessing pixels) {
        return "{channel-order: %s, mean: [%s, %s, %s], scale: %s}"
                .formatted(
                        pixels.channelOrder().name().toLowerCase(Locale.ROOT),
                        pixels.meanBlue(),
                        pixels.meanGreen(),
                        pixels.meanRed(),
                        pixels.scale());
    }
}
