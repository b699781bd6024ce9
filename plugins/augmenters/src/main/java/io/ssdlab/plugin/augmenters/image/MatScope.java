package io.ssdlab.plugin.augmenters.image;

import io.ssdlab.spi.data.Image;
import java.util.ArrayList;
import java.util.List;
import nu.pattern.OpenCV;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * The OpenCV matrices of one piece of work: closing the scope frees their pixels at once, where the garbage collector
 * would see only their small headers and let native memory grow.
 *
 * <p>The first scope loads OpenCV's native library. A scope belongs to one thread.
 */
public final class MatScope implements AutoCloseable {

    static {
        OpenCV.loadLocally();
        // Samples are spread over loader threads already; OpenCV's own threads would take the cores of the engine.
        Core.setNumThreads(1);
    }

    private final List<Mat> mats = new ArrayList<>();

    /** A matrix for OpenCV to fill. */
    public Mat empty() {
        return adopt(new Mat());
    }

    /** Frees a matrix together with the others. */
    public <M extends Mat> M adopt(M mat) {
        mats.add(mat);
        return mat;
    }

    /** A copy of the picture, of type 8UC3. */
    public Mat copyOf(Image image) {
        Mat mat = adopt(new Mat(image.height(), image.width(), CvType.CV_8UC3));
        mat.put(0, 0, image.bgr());
        return mat;
    }

    /** A picture with the pixels of a matrix of type 8UC3. */
    public Image toImage(Mat mat) {
        byte[] bgr = new byte[Math.toIntExact(mat.total() * mat.elemSize())];
        mat.get(0, 0, bgr);
        return new Image(mat.cols(), mat.rows(), bgr);
    }

    @Override
    public void close() {
        mats.forEach(Mat::release);
    }
}
