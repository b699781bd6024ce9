package io.ssdlab.plugin.augmenters.place;

import io.ssdlab.plugin.augmenters.image.MatScope;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.model.InputSize;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.imgproc.Imgproc;

/** Where a picture comes to lie on a canvas. Immutable. */
public final class Placement {

    private final AxisPlacement x;
    private final AxisPlacement y;

    private Placement(AxisPlacement x, AxisPlacement y) {
        this.x = x;
        this.y = y;
    }

    /**
     * Scales a picture to a size and lays it on a canvas, over whose edges it may reach.
     *
     * @param left the canvas's column on which the scaled picture starts; may be negative
     * @param top the canvas's row on which it starts; may be negative
     * @return empty if nothing of the picture lies on the canvas
     */
    public static Optional<Placement> of(Image image, InputSize scaled, int left, int top, InputSize canvas) {
        Optional<AxisPlacement> x = AxisPlacement.of(image.width(), scaled.width(), left, canvas.width());
        Optional<AxisPlacement> y = AxisPlacement.of(image.height(), scaled.height(), top, canvas.height());
        return x.isPresent() && y.isPresent() ? Optional.of(new Placement(x.get(), y.get())) : Optional.empty();
    }

    AxisPlacement x() {
        return x;
    }

    AxisPlacement y() {
        return y;
    }

    /**
     * Paints the picture on the canvas: each new pixel the mean over the area that it covers where the picture shrinks, else
     * from the 2 x 2 nearest pixels.
     *
     * @param canvas of type 8UC3
     */
    public void paint(Image image, Mat canvas, MatScope scope) {
        Mat source = scope.adopt(scope.copyOf(image)
                .submat(new Rect(x.sourceFrom(), y.sourceFrom(), x.sourceLength(), y.sourceLength())));
        Mat target = scope.adopt(
                canvas.submat(new Rect(x.canvasFrom(), y.canvasFrom(), x.canvasLength(), y.canvasLength())));
        boolean shrinks = x.canvasLength() <= x.sourceLength() && y.canvasLength() <= y.sourceLength();
        Imgproc.resize(source, target, target.size(), 0, 0, shrinks ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR);
    }
}
