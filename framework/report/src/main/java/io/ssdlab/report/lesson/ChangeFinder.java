package io.ssdlab.report.lesson;

import io.ssdlab.report.lesson.PictureSearch.Place;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells what an augmenter has done from the samples before and after it: an augmenter says nothing of what it draws, so that this
 * holds for those of any plugin.
 */
final class ChangeFinder {

    /** From which share of changed pixels on the change is one of the whole picture. */
    private static final double MOST = 0.6;

    private ChangeFinder() {}

    static SampleChange between(Sample before, Sample after) {
        Image from = before.image();
        Image to = after.image();
        if (from.width() == to.width() && from.height() == to.height()) {
            return inPlace(before, after);
        }
        if (to.width() >= from.width() && to.height() >= from.height()) {
            Optional<Place> place = PictureSearch.find(from, to);
            if (place.isPresent()) {
                return new SampleChange.Expanded(
                        (double) to.width() / from.width(),
                        (double) to.height() / from.height(),
                        place.get().x(),
                        place.get().y());
            }
        }
        if (to.width() <= from.width() && to.height() <= from.height()) {
            Optional<Place> place = PictureSearch.find(to, from);
            if (place.isPresent()) {
                return cropped(place.get(), from, to);
            }
        }
        return new SampleChange.Resized();
    }

    private static SampleChange inPlace(Sample before, Sample after) {
        Image from = before.image();
        Image to = after.image();
        if (Arrays.equals(from.bgr(), to.bgr())) {
            return new SampleChange.None();
        }
        if (isMirrored(from, to)) {
            return new SampleChange.Mirrored();
        }
        if (!after.groundTruths().equals(before.groundTruths())) {
            return new SampleChange.Rearranged(hasMoreThan(before, after));
        }
        double share = changed(from, to);
        return share >= MOST
                ? new SampleChange.Recoloured(ColourShift.between(from, to))
                : new SampleChange.Retouched(share);
    }

    /** Whether {@code after} has an object of a class more than {@code before}. */
    private static boolean hasMoreThan(Sample before, Sample after) {
        List<Integer> labels = new ArrayList<>(
                before.groundTruths().stream().map(GroundTruth::label).toList());
        return !after.groundTruths().stream().map(GroundTruth::label).allMatch(label -> labels.remove(label));
    }

    private static SampleChange.Cropped cropped(Place place, Image from, Image to) {
        CornerBox part = new CornerBox(
                (float) place.x() / from.width(),
                (float) place.y() / from.height(),
                (float) (place.x() + to.width()) / from.width(),
                (float) (place.y() + to.height()) / from.height());
        return new SampleChange.Cropped(place.x(), place.y(), to.width(), to.height(), part);
    }

    private static boolean isMirrored(Image from, Image to) {
        for (int y = 0; y < from.height(); y++) {
            for (int x = 0; x < from.width(); x++) {
                for (int channel = 0; channel < 3; channel++) {
                    if (from.value(x, y, channel) != to.value(from.width() - 1 - x, y, channel)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** The share of pixels that differ in some channel. */
    private static double changed(Image from, Image to) {
        int changed = 0;
        for (int y = 0; y < from.height(); y++) {
            for (int x = 0; x < from.width(); x++) {
                if (from.value(x, y, 0) != to.value(x, y, 0)
                        || from.value(x, y, 1) != to.value(x, y, 1)
                        || from.value(x, y, 2) != to.value(x, y, 2)) {
                    changed++;
                }
            }
        }
        return (double) changed / (from.width() * from.height());
    }
}
