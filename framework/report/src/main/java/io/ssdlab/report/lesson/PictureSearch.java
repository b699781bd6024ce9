package io.ssdlab.report.lesson;

import io.ssdlab.spi.data.Image;
import java.util.Optional;

/** Finds one picture within another, pixel for pixel but for what JPEG compression does. */
final class PictureSearch {

    /** The mean difference of a channel, 0 to 255, up to which two pixels are taken for the same. */
    private static final double SAME = 6;

    private static final int PROBES_A_SIDE = 12;

    private PictureSearch() {}

    /** A place in a picture, in pixels. */
    record Place(int x, int y) {}

    /** Where {@code part} lies in {@code whole}: the place that it fits best; empty if it does not fit, or is larger. */
    static Optional<Place> find(Image part, Image whole) {
        Optional<Place> found = Optional.empty();
        double best = SAME;
        for (int y = 0; y <= whole.height() - part.height(); y++) {
            for (int x = 0; x <= whole.width() - part.width(); x++) {
                double difference = difference(part, whole, x, y, best);
                if (difference < best) {
                    best = difference;
                    found = Optional.of(new Place(x, y));
                }
            }
        }
        return found;
    }

    /** The mean difference at some pixels all over the part; whatever is above {@code most} once that is reached. */
    private static double difference(Image part, Image whole, int x, int y, double most) {
        double sum = 0;
        double allowed = most * PROBES_A_SIDE * PROBES_A_SIDE * 3;
        for (int row = 0; row < PROBES_A_SIDE; row++) {
            int partY = (int) ((row + 0.5) * part.height() / PROBES_A_SIDE);
            for (int column = 0; column < PROBES_A_SIDE; column++) {
                int partX = (int) ((column + 0.5) * part.width() / PROBES_A_SIDE);
                for (int channel = 0; channel < 3; channel++) {
                    sum += Math.abs(part.value(partX, partY, channel) - whole.value(x + partX, y + partY, channel));
                }
            }
            if (sum >= allowed) {
                return most;
            }
        }
        return sum / (PROBES_A_SIDE * PROBES_A_SIDE * 3);
    }
}
