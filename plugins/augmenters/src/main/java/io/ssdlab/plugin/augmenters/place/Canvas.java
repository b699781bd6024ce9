package io.ssdlab.plugin.augmenters.place;

import io.ssdlab.plugin.augmenters.image.MatScope;
import io.ssdlab.plugin.augmenters.image.MeanColour;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.InputSize;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** A picture of the input's size in the mean colour, on which samples are laid. Belongs to one thread. */
public final class Canvas implements AutoCloseable {

    private final InputSize size;
    private final KeptObjects keptObjects;
    private final MatScope scope = new MatScope();
    private final Mat pixels;
    private final List<GroundTruth> objects = new ArrayList<>();

    public Canvas(InputSize size, MeanColour colour, KeptObjects keptObjects) {
        this.size = size;
        this.keptObjects = keptObjects;
        this.pixels = scope.adopt(new Mat(
                size.height(), size.width(), CvType.CV_8UC3, new Scalar(colour.blue(), colour.green(), colour.red())));
    }

    /**
     * Lays a sample on the canvas, over what is there.
     *
     * @param scaled the size to which its picture is scaled
     * @param left the canvas's column on which the scaled picture starts; may be negative
     * @param top the canvas's row on which it starts; may be negative
     */
    public void lay(Sample sample, InputSize scaled, int left, int top) {
        Image image = sample.image();
        Placement.of(image, scaled, left, top, size).ifPresent(placement -> {
            placement.paint(image, pixels, scope);
            objects.addAll(keptObjects.on(size, placement, image, sample.groundTruths()));
        });
    }

    /** What lies on the canvas by now. */
    public Sample sample(String imageId) {
        return new Sample(imageId, scope.toImage(pixels), objects);
    }

    @Override
    public void close() {
        scope.close();
    }
}
