package io.ssdlab.report.lesson;

import io.ssdlab.spi.box.CornerBox;
import java.util.Locale;
import java.util.Optional;

/** What an augmenter has visibly done to a sample. */
sealed interface SampleChange {

    /** In a few words. */
    String inWords();

    /** The part of the sample before that is left, in its normalised corners; empty unless some of it was cut away. */
    default Optional<CornerBox> leftOver() {
        return Optional.empty();
    }

    /** Nothing. */
    record None() implements SampleChange {

        @Override
        public String inWords() {
            return "left as it is";
        }
    }

    /** Left and right are swapped. */
    record Mirrored() implements SampleChange {

        @Override
        public String inWords() {
            return "mirrored";
        }
    }

    /**
     * Other colours in most pixels.
     *
     * @param colours of the sample after against the one before
     */
    record Recoloured(ColourShift colours) implements SampleChange {

        @Override
        public String inWords() {
            return colours.inWords();
        }
    }

    /**
     * Other pixels in a part of the picture.
     *
     * @param share of the pixels that changed, 0 to 1
     */
    record Retouched(double share) implements SampleChange {

        @Override
        public String inWords() {
            return String.format(Locale.ROOT, "%.0f %% of the pixels changed", 100 * share);
        }
    }

    /**
     * The whole picture lies on a larger canvas.
     *
     * @param widthRatio canvas to picture
     * @param heightRatio canvas to picture
     * @param x of the picture on the canvas, in pixels
     * @param y of the picture on the canvas, in pixels
     */
    record Expanded(double widthRatio, double heightRatio, int x, int y) implements SampleChange {

        @Override
        public String inWords() {
            return Math.abs(widthRatio - heightRatio) < 0.05
                    ? String.format(
                            Locale.ROOT, "canvas %.2f times as wide and high, picture at (%d, %d)", widthRatio, x, y)
                    : String.format(
                            Locale.ROOT,
                            "canvas %.2f times as wide, %.2f times as high, picture at (%d, %d)",
                            widthRatio,
                            heightRatio,
                            x,
                            y);
        }
    }

    /**
     * A part of the picture is left.
     *
     * @param x of the part, in pixels of the picture
     * @param y of the part, in pixels of the picture
     * @param width of the part, in pixels
     * @param height of the part, in pixels
     * @param part the same in normalised corners of the picture
     */
    record Cropped(int x, int y, int width, int height, CornerBox part) implements SampleChange {

        @Override
        public String inWords() {
            return String.format(
                    Locale.ROOT,
                    "cut to x %d to %d, y %d to %d: %.0f %% of the area",
                    x,
                    x + width,
                    y,
                    y + height,
                    100.0 * part.area());
        }

        @Override
        public Optional<CornerBox> leftOver() {
            return Optional.of(part);
        }
    }

    /** The whole picture in another size. */
    record Resized() implements SampleChange {

        @Override
        public String inWords() {
            return "warped to another size";
        }
    }

    /**
     * Objects in other places of a picture of the same size.
     *
     * @param mixed whether there are objects that were not there before
     */
    record Rearranged(boolean mixed) implements SampleChange {

        @Override
        public String inWords() {
            return mixed ? "mixed with other samples" : "objects moved or scaled";
        }
    }
}
