package io.ssdlab.benchmark;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A split with detections, always the same for the same numbers. Half of the detections lie near an object of their class.
 *
 * @param images how many
 * @param classes how many
 * @param objects in each image
 * @param detections in each image
 */
record RandomSplit(int images, int classes, int objects, int detections) {

    private static final int WIDTH = 500;
    private static final int HEIGHT = 375;

    List<String> classNames() {
        return IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
    }

    List<EvaluatedImage> evaluated() {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, images).mapToObj(i -> image(i, random)).toList();
    }

    private EvaluatedImage image(int number, SplittableRandom random) {
        List<AnnotatedObject> annotated = new ArrayList<>();
        for (int i = 0; i < objects; i++) {
            annotated.add(
                    new AnnotatedObject(box(random), 1 + random.nextInt(classes), random.nextInt(10) == 0, false));
        }
        List<Detection> detected = new ArrayList<>();
        for (int i = 0; i < detections; i++) {
            if (random.nextBoolean()) {
                detected.add(new Detection(1 + random.nextInt(classes), random.nextDouble(), box(random)));
            } else {
                AnnotatedObject object = annotated.get(random.nextInt(objects));
                detected.add(new Detection(object.label(), random.nextDouble(), near(object.box(), random)));
            }
        }
        return new EvaluatedImage(String.valueOf(1 + number), WIDTH, HEIGHT, annotated, detected);
    }

    private static PixelBox box(SplittableRandom random) {
        return PixelBox.ofSize(
                random.nextDouble(400), random.nextDouble(300), random.nextDouble(20, 100), random.nextDouble(20, 75));
    }

    private static PixelBox near(PixelBox box, SplittableRandom random) {
        return PixelBox.ofSize(
                box.xMin() + random.nextDouble(-9, 9),
                box.yMin() + random.nextDouble(-9, 9),
                box.width(),
                box.height());
    }
}
