package io.ssdlab.plugin.augmenters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Black pictures whose objects are plain rectangles, each in the colour of its label, so that a label on the wrong box shows. */
public final class Rectangles {

    private static final int CELLS = 3;

    private Rectangles() {}

    /** A picture of 3 to 80 pixels a side with up to nine objects, each somewhere in a cell of its own. */
    public static Sample draw(int firstLabel, SplittableRandom random) {
        int width = CELLS + random.nextInt(78);
        int height = CELLS + random.nextInt(78);
        byte[] bgr = new byte[width * height * 3];
        List<GroundTruth> objects = new ArrayList<>();
        for (int cell = 0; cell < CELLS * CELLS; cell++) {
            if (random.nextBoolean()) {
                int[] columns = part(width / CELLS, cell % CELLS, random);
                int[] rows = part(height / CELLS, cell / CELLS, random);
                int label = firstLabel + cell;
                for (int y = rows[0]; y < rows[1]; y++) {
                    for (int x = columns[0]; x < columns[1]; x++) {
                        for (int channel = 0; channel < 3; channel++) {
                            bgr[(y * width + x) * 3 + channel] = (byte) colour(label, channel);
                        }
                    }
                }
                CornerBox box = new CornerBox(
                        (float) columns[0] / width,
                        (float) rows[0] / height,
                        (float) columns[1] / width,
                        (float) rows[1] / height);
                objects.add(new GroundTruth(box, label, random.nextBoolean()));
            }
        }
        return new Sample("a", new Image(width, height, bgr), objects);
    }

    /** Of 40 labels. */
    private static int colour(int label, int channel) {
        return switch (channel) {
            case 0 -> 10 + 6 * label;
            case 1 -> 255 - 5 * label;
            default -> 5 + 120 * (label % 3);
        };
    }

    /** From one pixel to another within a cell. */
    private static int[] part(int length, int cell, SplittableRandom random) {
        int from = random.nextInt(length);
        int to = from + 1 + random.nextInt(length - from);
        return new int[] {cell * length + from, cell * length + to};
    }

    /**
     * The pixel at the middle of each box of at least 20 pixels a side has the colour of the label, but for what is
     * interpolated there of the neighbours of an object of one pixel: colours of two labels differ by twice as much.
     */
    public static void assertOnTheirObjects(Sample sample) {
        Image image = sample.image();
        for (GroundTruth object : sample.groundTruths()) {
            PixelBox box = PixelBox.of(object.box(), image.width(), image.height());
            if (box.width() >= 20 && box.height() >= 20) {
                int x = (int) ((box.xMin() + box.xMax()) / 2);
                int y = (int) ((box.yMin() + box.yMax()) / 2);
                for (int channel = 0; channel < 3; channel++) {
                    assertThat((double) image.value(x, y, channel))
                            .as("channel %d in the middle of %s", channel, object)
                            .isCloseTo(colour(object.label(), channel), within(8.0));
                }
            }
        }
    }

    /** Wherever a pixel has the colour of a label, its middle lies in a box of that label. */
    public static void assertAllThatShowIn(Sample sample, List<GroundTruth> given) {
        Image image = sample.image();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                for (GroundTruth object : given) {
                    if (shows(object.label(), image, x, y)) {
                        float middleX = (x + 0.5f) / image.width();
                        float middleY = (y + 0.5f) / image.height();
                        assertThat(sample.groundTruths())
                                .as("objects, one of label %d at %d, %d", object.label(), x, y)
                                .anyMatch(kept -> kept.label() == object.label()
                                        && kept.box().xMin() <= middleX
                                        && kept.box().xMax() >= middleX
                                        && kept.box().yMin() <= middleY
                                        && kept.box().yMax() >= middleY);
                    }
                }
            }
        }
    }

    private static boolean shows(int label, Image image, int x, int y) {
        return image.value(x, y, 0) == colour(label, 0)
                && image.value(x, y, 1) == colour(label, 1)
                && image.value(x, y, 2) == colour(label, 2);
    }

    /** Every box has an area and lies in the picture. */
    public static void assertInside(Sample sample) {
        assertThat(sample.groundTruths()).allSatisfy(object -> {
            assertThat(object.box().area()).isPositive();
            assertThat(object.box()).isEqualTo(object.box().clipped());
        });
    }
}
