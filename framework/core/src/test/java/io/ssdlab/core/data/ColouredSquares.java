package io.ssdlab.core.data;

import io.ssdlab.core.data.image.ImageEncoder;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Image;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A data set for tests: one bright square on a dark ground in each image, red squares of class 1, blue ones of class 2. */
public final class ColouredSquares {

    private static final int SIDE = 32;
    private static final int SQUARE = 12;

    private ColouredSquares() {}

    /** Writes {@code count} pictures into a folder. */
    public static List<AnnotatedImage> in(Path folder, int count) {
        List<AnnotatedImage> images = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(count);
        for (int i = 0; i < count; i++) {
            int label = 1 + random.nextInt(2);
            int left = random.nextInt(SIDE - SQUARE);
            int top = random.nextInt(SIDE - SQUARE);
            Path file = folder.resolve("square" + i + ".png");
            try {
                Files.write(file, new ImageEncoder().png(picture(label, left, top)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            PixelBox box = new PixelBox(left, top, left + SQUARE, top + SQUARE);
            images.add(new AnnotatedImage(
                    "square" + i, file, SIDE, SIDE, List.of(new AnnotatedObject(box, label, i % 5 == 4, false))));
        }
        return images;
    }

    private static Image picture(int label, int left, int top) {
        byte[] bgr = new byte[SIDE * SIDE * 3];
        for (int y = top; y < top + SQUARE; y++) {
            for (int x = left; x < left + SQUARE; x++) {
                bgr[(y * SIDE + x) * 3 + (label == 1 ? 2 : 0)] = (byte) 200;
            }
        }
        return new Image(SIDE, SIDE, bgr);
    }
}
