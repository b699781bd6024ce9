package io.ssdlab.core.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.evaluation.Detection;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionPainterTest {

    private static final List<String> CLASSES = List.of("circle", "star");
    private static final Detection STAR = new Detection(2, 0.9f, new PixelBox(200, 300, 400, 500));

    private final DetectionPainter painter = new DetectionPainter(CLASSES, 0.5f);

    @Test
    void drawsTheBoxInTheColourOfItsClass() {
        Image painted = painter.paint(grey(800, 600), List.of(STAR));

        Color colour = ClassColours.of(2);
        assertThat(painted.width()).isEqualTo(800);
        assertThat(colourAt(painted, 200, 400)).isEqualTo(colour);
        assertThat(colourAt(painted, 400, 450)).isEqualTo(colour);
        assertThat(colourAt(painted, 350, 500)).isEqualTo(colour);
        assertThat(colourAt(painted, 300, 400)).as("inside").isEqualTo(Color.GRAY);
        assertThat(colourAt(painted, 100, 400)).as("outside").isEqualTo(Color.GRAY);
    }

    @Test
    void labelsTheBoxAboveIt() {
        Image painted = painter.paint(grey(800, 600), List.of(STAR));

        // Between the letters and the frame of the label lies its margin.
        assertThat(colourAt(painted, 202, 290)).isEqualTo(ClassColours.of(2));
        assertThat(count(painted, ClassColours.readableOn(ClassColours.of(2)))).isGreaterThan(50);
    }

    @Test
    void leavesOutWhatScoresTooLow() {
        Image grey = grey(800, 600);

        Image painted = painter.paint(grey, List.of(new Detection(1, 0.49f, STAR.box())));

        assertThat(painted.bgr()).isEqualTo(grey.bgr());
    }

    @Test
    void enlargesSmallPicturesAndTheirBoxes() {
        Image painted = painter.paint(grey(100, 80), List.of(new Detection(1, 0.9f, new PixelBox(20, 40, 60, 70))));

        assertThat(painted.width()).isEqualTo(600);
        assertThat(painted.height()).isEqualTo(480);
        assertThat(colourAt(painted, 120, 300)).isEqualTo(ClassColours.of(1));
    }

    @Test
    void labelsStayInsideThePicture() {
        Image painted = painter.paint(
                grey(800, 600),
                List.of(
                        new Detection(1, 0.9f, new PixelBox(0, 0, 100, 100)),
                        new Detection(2, 0.9f, new PixelBox(790, 200, 800, 300))));

        assertThat(colourAt(painted, 2, 2)).isEqualTo(ClassColours.of(1));
        assertThat(colourAt(painted, 797, 197)).isEqualTo(ClassColours.of(2));
        assertThat(colourAt(painted, 760, 197)).as("the label ends at the edge").isNotEqualTo(Color.GRAY);
    }

    @ParameterizedTest
    @CsvSource({"40, 30", "30, 40", "1, 1", "2000, 10", "6000, 4000", "30, 3000"})
    void drawsOnPicturesOfAnySize(int width, int height) {
        List<Detection> everywhere = List.of(
                new Detection(1, 0.9f, new PixelBox(0, 0, width, height)),
                new Detection(2, 0.8f, new PixelBox(width / 2.0, height / 2.0, width, height)));

        Image painted = painter.paint(grey(width, height), everywhere);

        assertThat(painted.width() % width).isZero();
        assertThat((double) painted.width() / width).isEqualTo((double) painted.height() / height);
        assertThat(count(painted, ClassColours.of(1))).isPositive();
    }

    @Test
    void lettersAreReadableOnASmallPicture() {
        Image painted = painter.paint(grey(40, 30), List.of(new Detection(1, 0.9f, new PixelBox(5, 10, 30, 25))));

        assertThat(painted.width()).isEqualTo(600);
        // A plate of twelve pixels' height at least.
        int plate = 0;
        for (int y = 0; y < 150; y++) {
            plate += colourAt(painted, 76, y).equals(ClassColours.of(1)) ? 1 : 0;
        }
        assertThat(plate).isBetween(12, 40);
    }

    @Test
    void cutsANameThatIsTooLongForThePicture() {
        String name = "a name that is longer than any picture of this width can hold, whatever its height may be";
        DetectionPainter painting = new DetectionPainter(List.of(name), 0.5f);

        Image painted =
                painting.paint(grey(600, 300), List.of(new Detection(1, 0.9f, new PixelBox(50, 100, 200, 200))));

        // The plate fills the width but for a letter or so, and the score at its end stays.
        int plate = 0;
        for (int x = 0; x < 600; x++) {
            plate += colourAt(painted, x, 97).equals(ClassColours.of(1)) ? 1 : 0;
        }
        assertThat(plate).isBetween(570, 600);
        Color letters = ClassColours.readableOn(ClassColours.of(1));
        assertThat(count(crop(painted, 560, 80, 30, 25), letters)).isGreaterThan(10);
    }

    @Test
    void coloursAreThoseOfTheLabelWhateverElseIsFound() {
        Image alone = painter.paint(grey(800, 600), List.of(STAR));
        Image among =
                painter.paint(grey(800, 600), List.of(new Detection(1, 0.95f, new PixelBox(500, 20, 600, 90)), STAR));

        assertThat(colourAt(alone, 200, 400))
                .isEqualTo(colourAt(among, 200, 400))
                .isEqualTo(ClassColours.of(2));
        assertThat(colourAt(among, 500, 60)).isEqualTo(ClassColours.of(1));
    }

    @Test
    void doesNotTouchTheGivenPicture() {
        Image grey = grey(800, 600);

        painter.paint(grey, List.of(STAR));

        assertThat(grey.bgr()).isEqualTo(grey(800, 600).bgr());
    }

    @Test
    void neighbouringClassesDifferClearly() {
        for (int label = 1; label < 80; label++) {
            float[] one = hsb(ClassColours.of(label));
            float[] next = hsb(ClassColours.of(label + 1));
            float apart = Math.abs(one[0] - next[0]);
            assertThat(Math.min(apart, 1 - apart)).isGreaterThan(0.3f);
        }
    }

    private static float[] hsb(Color colour) {
        return Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), new float[3]);
    }

    private static Image grey(int width, int height) {
        byte[] bgr = new byte[3 * width * height];
        Arrays.fill(bgr, (byte) Color.GRAY.getRed());
        return new Image(width, height, bgr);
    }

    private static Color colourAt(Image image, int x, int y) {
        return new Color(image.value(x, y, 2), image.value(x, y, 1), image.value(x, y, 0));
    }

    private static Image crop(Image image, int left, int top, int width, int height) {
        byte[] bgr = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(image.bgr(), ((top + y) * image.width() + left) * 3, bgr, 3 * y * width, 3 * width);
        }
        return new Image(width, height, bgr);
    }

    private static int count(Image image, Color colour) {
        int count = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                count += colourAt(image, x, y).equals(colour) ? 1 : 0;
            }
        }
        return count;
    }
}
