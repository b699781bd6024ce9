package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.data.Image;
import java.util.ArrayList;
import java.util.List;
import nu.pattern.OpenCV;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;

/**
 * The OpenCV matrices of one piece of work: closing the scope frees their pixels at once, where the garbage collector
 * would see only their small headers and let native memory grow.
 *
 * <p>The first scope loads OpenCV's native library. A scope belongs to one thread.
 */
final class MatScope implements AutoCloseable {

    static {
        OpenCV.loadLocally();
        // Samples are spread over loader threads already; OpenCV's own threads would take the cores of the engine.
        Core.setNumThreads(1);
    }

    private final List<Mat> mats = new ArrayList<>();

    /** A matrix for OpenCV to fill. */
    Mat empty() {
        return register(new Mat());
    }

    /** Bytes for OpenCV to fill. */
    MatOfByte emptyBytes() {
        return register(new MatOfByte());
    }

    /** Frees a matrix that OpenCV made, together with the others. */
    Mat adopt(Mat mat) {
        return register(mat);
    }

    /** A copy of the picture. */
    Mat copyOf(Image image) {
        Mat mat = register(new Mat(image.height(), image.width(), CvType.CV_8UC3));
        mat.put(0, 0, image.bgr());
        return mat;
    }

    /** A picture with the pixels of a matrix of type 8UC3. */
    Image toImage(Mat mat) {
        byte[] bgr = new byte[Math.toIntExact(mat.total() * mat.elemSize())];
        mat.get(0, 0, bgr);
        return new Image(mat.cols(), mat.rows(), bgr);
    }

    private <M extends Mat> M register(M mat) {
        mats.add(mat);
        return mat;
    }

    @Override
    public void close() {
        mats.forEach(Mat::release);
    }
}
