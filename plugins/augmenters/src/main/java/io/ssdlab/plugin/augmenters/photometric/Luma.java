package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.plugin.augmenters.image.MatScope;
import io.ssdlab.spi.data.Image;
import java.util.function.Consumer;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** The lightness of a picture apart from its colours: Y of OpenCV's 8-bit YCrCb. */
final class Luma {

    private Luma() {}

    /** The picture with its luma, of type 8UC1, changed in place. */
    static Image change(Image image, Consumer<Mat> change) {
        try (MatScope scope = new MatScope()) {
            Mat bgr = scope.copyOf(image);
            Mat yCrCb = scope.empty();
            Mat luma = scope.empty();
            Imgproc.cvtColor(bgr, yCrCb, Imgproc.COLOR_BGR2YCrCb);
            Core.extractChannel(yCrCb, luma, 0);
            change.accept(luma);
            Core.insertChannel(luma, yCrCb, 0);
            Imgproc.cvtColor(yCrCb, bgr, Imgproc.COLOR_YCrCb2BGR);
            return scope.toImage(bgr);
        }
    }
}
