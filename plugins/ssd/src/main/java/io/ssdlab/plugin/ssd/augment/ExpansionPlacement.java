package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.box.CornerBox;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Where a picture lies on a larger canvas, in pixels. ExpandImage of the original.
 *
 * @param imageWidth of the picture
 * @param imageHeight of the picture
 * @param canvasWidth at least {@code left + imageWidth}
 * @param canvasHeight at least {@code top + imageHeight}
 * @param left the canvas's columns left of the picture
 * @param top the canvas's rows above the picture
 */
record ExpansionPlacement(int imageWidth, int imageHeight, int canvasWidth, int canvasHeight, int left, int top) {

    /**
     * Draws a placement. Draws in this order: the ratio of canvas to picture, the same for both sides, uniform in [1,
     * {@code maxRatio}]; the rows above; the columns left.
     */
    static ExpansionPlacement draw(int imageWidth, int imageHeight, double maxRatio, RandomGenerator random) {
        float ratio = (float) (1 + (maxRatio - 1) * random.nextFloat());
        return of(imageWidth, imageHeight, ratio, random.nextFloat(), random.nextFloat());
    }

    /**
     * The placement for a ratio of canvas to picture and two shares, from 0 up to but without 1, of the free rows that lie
     * above and of the free columns that lie left of the picture. All is cut to whole pixels.
     */
    static ExpansionPlacement of(int imageWidth, int imageHeight, float ratio, float shareAbove, float shareLeft) {
        int canvasWidth = (int) (imageWidth * ratio);
        int canvasHeight = (int) (imageHeight * ratio);
        int top = (int) (shareAbove * (canvasHeight - imageHeight));
        int left = (int) (shareLeft * (canvasWidth - imageWidth));
        return new ExpansionPlacement(imageWidth, imageHeight, canvasWidth, canvasHeight, left, top);
    }

    /** The canvas in units of the picture. */
    Window window() {
        return new Window(new CornerBox(
                (float) -left / imageWidth,
                (float) -top / imageHeight,
                (float) (canvasWidth - left) / imageWidth,
                (float) (canvasHeight - top) / imageHeight));
    }

    /** What a rectangle of the canvas shows of the picture, in the picture's pixels; empty if it shows nothing of it. */
    Optional<PixelRectangle> onPicture(PixelRectangle ofCanvas) {
        int fromX = Math.max(ofCanvas.left() - left, 0);
        int fromY = Math.max(ofCanvas.top() - top, 0);
        int toX = Math.min(ofCanvas.left() + ofCanvas.width() - left, imageWidth);
        int toY = Math.min(ofCanvas.top() + ofCanvas.height() - top, imageHeight);
        return fromX < toX && fromY < toY
                ? Optional.of(new PixelRectangle(fromX, fromY, toX - fromX, toY - fromY))
                : Optional.empty();
    }
}
