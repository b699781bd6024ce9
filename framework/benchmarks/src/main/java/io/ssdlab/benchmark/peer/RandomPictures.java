package io.ssdlab.benchmark.peer;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Noise, with objects of 60 to 180 pixels a side that are not there. */
final class RandomPictures {

    private static final int OBJECTS = 3;
    private static final int LEAST = 60;
    private static final int MORE = 120;

    private final RandomGenerator random;
    private final int side;
    private final int classes;

    RandomPictures(RandomGenerator random, int side, int classes) {
        this.random = random;
        this.side = side;
        this.classes = classes;
    }

    List<Image> decoded(int count) {
        return Stream.generate(() -> {
                    byte[] bgr = new byte[3 * side * side];
                    random.nextBytes(bgr);
                    return new Image(side, side, bgr);
                })
                .limit(count)
                .toList();
    }

    /** Stored as JPEG files. */
    List<AnnotatedImage> annotated(int count, Path folder) throws IOException {
        List<AnnotatedImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
            for (int at = 0; at < side * side; at++) {
                picture.setRGB(at % side, at / side, random.nextInt());
            }
            Path file = folder.resolve(i + ".jpg");
            ImageIO.write(picture, "jpg", file.toFile());
            images.add(new AnnotatedImage(String.valueOf(i), file, side, side, objects()));
        }
        return images;
    }

    private List<AnnotatedObject> objects() {
        return Stream.generate(() -> {
                    double x = random.nextDouble(MORE);
                    double y = random.nextDouble(MORE);
                    PixelBox box = new PixelBox(x, y, LEAST + random.nextDouble(MORE), LEAST + random.nextDouble(MORE));
                    return new AnnotatedObject(box, random.nextInt(1, classes + 1), false, false);
                })
                .limit(OBJECTS)
                .toList();
    }
}
