package io.ssdlab.testkit;

import io.ssdlab.core.data.image.ImageEncoder;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.model.InputSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures to learn from: a rectangle, blue (class 1) or red (class 2), from one that fills the picture's middle to a small
 * one in a corner, on grey.
 */
final class DrawnObjects {

    static final int CLASSES = 2;
    private static final int GREY = 110;
    private static final int BRIGHT = 250;

    /** Left, top, right and bottom of the rectangles as shares of the picture: every size that prior boxes have. */
    private static final double[][] PLACES = {
        {0.06, 0.05, 0.94, 0.95}, {0.02, 0.02, 0.62, 0.64}, {0.1, 0.4, 0.6, 0.9}, {0.6, 0.1, 0.95, 0.45},
        {0.1, 0.05, 0.4, 0.35}, {0.65, 0.7, 0.85, 0.9}, {0.25, 0.15, 0.4, 0.3}, {0.75, 0.5, 0.85, 0.6}
    };

    private DrawnObjects() {}

    /** How many pictures there are. */
    static int count() {
        return PLACES.length;
    }

    /** Writes the pictures, of the size of a network's input, into a folder. */
    static List<AnnotatedImage> in(Path folder, InputSize size) throws IOException {
        List<AnnotatedImage> images = new ArrayList<>();
        for (int i = 0; i < PLACES.length; i++) {
            int label = 1 + i % CLASSES;
            double[] place = PLACES[i];
            PixelBox box = new PixelBox(
                    Math.floor(place[0] * size.width()),
                    Math.floor(place[1] * size.height()),
                    Math.ceil(place[2] * size.width()),
                    Math.ceil(place[3] * size.height()));
            String id = "drawn" + i;
            Path file = folder.resolve(id + ".png");
            Files.write(file, new ImageEncoder().png(picture(size, box, label)));
            images.add(new AnnotatedImage(
                    id, file, size.width(), size.height(), List.of(new AnnotatedObject(box, label, false, false))));
        }
        return images;
    }

    private static Image picture(InputSize size, PixelBox box, int label) {
        byte[] bgr = new byte[size.width() * size.height() * 3];
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                boolean inside = x >= box.xMin() && x < box.xMax() && y >= box.yMin() && y < box.yMax();
                for (int channel = 0; channel < 3; channel++) {
                    boolean bright = inside && channel == (label == 1 ? 0 : 2);
                    bgr[(y * size.width() + x) * 3 + channel] = (byte) (bright ? BRIGHT : GREY);
                }
            }
        }
        return new Image(size.width(), size.height(), bgr);
    }
}
