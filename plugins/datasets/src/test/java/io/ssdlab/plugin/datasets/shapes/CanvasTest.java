package io.ssdlab.plugin.datasets.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CanvasTest {

    private static final int SIZE = 100;
    private static final int GREY = 0x808080;

    private final Canvas canvas = new Canvas(grey(), 4);

    @Test
    void aBoxIsTightAroundThePixelsDrawn() {
        canvas.draw(square(0.4, 1, 0), new SplittableRandom(1));

        DrawnObject drawn = canvas.visibleObjects().get(0);
        assertThat(drawn.left()).isEqualTo(60);
        assertThat(drawn.right()).isEqualTo(99);
        assertThat(drawn.top()).isZero();
        assertThat(drawn.bottom()).isEqualTo(39);
        assertThat(drawn.visible()).isEqualTo(1);
    }

    @Test
    void anObjectStandsOutFromWhatIsBehindIt() {
        for (ShapeClass shape : ShapeClass.values()) {
            Canvas fresh = new Canvas(grey(), 1);
            PlacedObject object = PlacedObject.at(shape, new ObjectLayout(0.5, 0.5, 0), 0.5, 0.5, SIZE);

            fresh.draw(object, new SplittableRandom(shape.name().length()));
            fresh.finish(new SplittableRandom(3));

            double background = Palette.luminance(fresh.image().getRGB(0, 0));
            long different = IntStream.range(0, SIZE * SIZE)
                    .filter(i ->
                            Math.abs(Palette.luminance(fresh.image().getRGB(i % SIZE, i / SIZE)) - background) > 30)
                    .count();
            assertThat(different).as("pixels of a %s", shape).isGreaterThan(400);
        }
    }

    @Test
    void aCoveredObjectShrinksToWhatCanBeSeen() {
        canvas.draw(square(0.4, 0, 0), new SplittableRandom(1));
        // 20 columns wide, after 20 of the 80 that are free: the right half of the square.
        canvas.draw(
                PlacedObject.at(ShapeClass.CHECKER, new ObjectLayout(0.2, 0.4, 0), 0.25, 0, SIZE),
                new SplittableRandom(2));

        DrawnObject below = canvas.visibleObjects().get(0);

        assertThat(below.right()).isEqualTo(19);
        assertThat(below.visible()).isEqualTo(0.5, within(1e-9));
        assertThat(below.isDifficult()).isFalse();
    }

    @Test
    void noObjectMayVanishUnderAnother() {
        canvas.draw(square(0.2, 0, 0), new SplittableRandom(1));

        assertThat(canvas.leavesOthersVisible(square(0.4, 0, 0))).isFalse();
        assertThat(canvas.leavesOthersVisible(square(0.4, 1, 1))).isTrue();
    }

    private static PlacedObject square(double side, double across, double down) {
        return PlacedObject.at(ShapeClass.STRIPES, new ObjectLayout(side, side, 0), across, down, SIZE);
    }

    private static BufferedImage grey() {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                image.setRGB(x, y, GREY);
            }
        }
        return image;
    }
}
