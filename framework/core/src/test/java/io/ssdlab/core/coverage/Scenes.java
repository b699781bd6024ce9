package io.ssdlab.core.coverage;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Prior boxes and training splits to hold against each other. */
final class Scenes {

    static final List<String> CLASSES = List.of("cat", "dog");
    static final int WIDTH = 100;
    static final int HEIGHT = 50;

    private Scenes() {}

    /** Two layers, 8x8 cells of 3 boxes and 2x3 cells of 2, that lie and reach anywhere. */
    static PriorBoxes priors(Random random) {
        List<PriorLayer> layers = List.of(new PriorLayer("fine", 8, 8, 3), new PriorLayer("coarse", 2, 3, 2));
        float[] centreSizes = new float[4 * (8 * 8 * 3 + 2 * 3 * 2)];
        for (int i = 0; i < centreSizes.length; i += 4) {
            centreSizes[i] = random.nextFloat();
            centreSizes[i + 1] = random.nextFloat();
            centreSizes[i + 2] = random.nextFloat();
            centreSizes[i + 3] = random.nextFloat();
        }
        return PriorBoxes.ofCentreSizes(layers, centreSizes, PriorBoxes.Variances.ORIGINAL);
    }

    /** Up to five objects an image, some of them difficult, at least one in the first. */
    static Dataset split(Random random, int images) {
        List<AnnotatedImage> all = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            List<AnnotatedObject> objects = new ArrayList<>();
            for (int count = random.nextInt(6); count > 0 || (i == 0 && objects.isEmpty()); count--) {
                objects.add(object(random));
            }
            all.add(image("image" + i, objects));
        }
        return new Dataset(CLASSES, all, List.of());
    }

    private static AnnotatedObject object(Random random) {
        double left = random.nextDouble() * (WIDTH - 2);
        double top = random.nextDouble() * (HEIGHT - 2);
        double right = left + 1 + random.nextDouble() * (WIDTH - 1 - left);
        double bottom = top + 1 + random.nextDouble() * (HEIGHT - 1 - top);
        return new AnnotatedObject(
                new PixelBox(left, top, right, bottom), 1 + random.nextInt(2), random.nextInt(4) == 0, false);
    }

    static AnnotatedImage image(String id, List<AnnotatedObject> objects) {
        return new AnnotatedImage(id, Path.of(id + ".jpg"), WIDTH, HEIGHT, objects);
    }
}
