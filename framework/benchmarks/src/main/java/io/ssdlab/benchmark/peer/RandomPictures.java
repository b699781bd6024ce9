package io.ssdlab.benchmark.peer;

import io.ssdlab.core.data.image.ImageEncoder;
import io.ssdlab.core.speed.NoisePictures;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Noise, with objects of 60 to 180 pixels a side that are not there. */
public final class RandomPictures {

    private static final int OBJECTS = 3;
    private static final int QUALITY = 95;
    private static final int LEAST = 60;
    private static final int MORE = 120;

    private final RandomGenerator random;
    private final int side;
    private final int classes;

    /** Pictures of {@code side} x {@code side} pixels with objects of {@code classes} classes. */
    public RandomPictures(RandomGenerator random, int side, int classes) {
        this.random = random;
        this.side = side;
        this.classes = classes;
    }

    List<Image> decoded(int count) {
        return new NoisePictures(side, side).draw(count, random);
    }

    /** Stored as JPEG files. */
    public List<AnnotatedImage> annotated(int count, Path folder) throws IOException {
        List<AnnotatedImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve(i + ".jpg");
            Files.write(file, new ImageEncoder().jpeg(decoded(1).get(0), QUALITY));
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
