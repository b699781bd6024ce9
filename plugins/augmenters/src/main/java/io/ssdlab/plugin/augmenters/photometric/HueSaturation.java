package io.ssdlab.plugin.augmenters.photometric;

import io.ssdlab.plugin.augmenters.chance.Interval;
import io.ssdlab.plugin.augmenters.image.MatScope;
import io.ssdlab.spi.data.Image;
import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * Turns the hue and multiplies the saturation of HSV, both drawn at random (HueSaturationValue of Albumentations,
 * arXiv:1809.06839, whose hue of 20 of OpenCV's levels is our 40 degrees). Albumentations adds to the saturation, which paints
 * grey pixels red; here it is multiplied, as the YOLO family does (Bochkovskiy et al., arXiv:2004.10934), and grey stays grey.
 * Value is left to {@link BrightnessContrast}.
 *
 * <p>Computed in OpenCV's 8-bit HSV: the hue in steps of two degrees, with wrap-around. Draws the turn, then the factor.
 */
public final class HueSaturation extends Photometric {

    /** OpenCV's 8-bit hues are 0..179. */
    private static final int HUES = 180;

    private final Interval turns;
    private final Interval factors;

    @Inject
    public HueSaturation(HueSaturationConfig config) {
        super(config.probability());
        this.turns = Interval.around(0, config.hue());
        this.factors = Interval.around(1, config.saturation());
    }

    @Override
    Image change(Image image, RandomGenerator random) {
        return change(image, turns.draw(random), factors.draw(random));
    }

    static Image change(Image image, double degrees, double factor) {
        try (MatScope scope = new MatScope()) {
            Mat table = scope.adopt(new Mat(1, 256, CvType.CV_8UC3));
            table.put(0, 0, table((int) Math.rint(degrees / 2), factor));
            Mat bgr = scope.copyOf(image);
            Mat hsv = scope.empty();
            Imgproc.cvtColor(bgr, hsv, Imgproc.COLOR_BGR2HSV);
            Core.LUT(hsv, table, hsv);
            Imgproc.cvtColor(hsv, bgr, Imgproc.COLOR_HSV2BGR);
            return scope.toImage(bgr);
        }
    }

    /** What becomes of each hue, saturation and value, side by side. */
    private static byte[] table(int turn, double factor) {
        byte[] table = new byte[256 * 3];
        for (int level = 0; level < 256; level++) {
            table[3 * level] = (byte) Math.floorMod(level + turn, HUES);
            table[3 * level + 1] = (byte) Math.round(Math.min(255, level * factor));
            table[3 * level + 2] = (byte) level;
        }
        return table;
    }
}
