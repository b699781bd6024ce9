package io.ssdlab.plugin.datasets.shapes;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A drawn image with its objects.
 *
 * @param image square, without alpha
 * @param objects one to eight
 */
record Scene(BufferedImage image, List<DrawnObject> objects) {

    private static final int MOST_OBJECTS = 8;
    private static final int PLACES_TRIED = 40;

    Scene {
        objects = List.copyOf(objects);
    }

    /** Draws a scene of {@code size} x {@code size} pixels; depends on nothing but the arguments. */
    static Scene compose(int size, RandomGenerator random) {
        Canvas canvas = new Canvas(new Background(size, random).paint(), MOST_OBJECTS);
        int wanted = random.nextInt(1, MOST_OBJECTS + 1);
        // Large ones first: what comes later lies on top, and a small object must not vanish under a large one.
        List<ObjectLayout> layouts = Stream.generate(() -> ObjectLayout.random(random))
                .limit(wanted)
                .sorted(Comparator.comparingDouble(ObjectLayout::area).reversed())
                .toList();
        for (ObjectLayout layout : layouts) {
            place(canvas, layout, random);
        }
        canvas.finish(random);
        return new Scene(canvas.image(), canvas.visibleObjects());
    }

    /** Looks for a place that hides no other object; a full scene may have none, and goes without the object. */
    private static void place(Canvas canvas, ObjectLayout layout, RandomGenerator random) {
        ShapeClass[] classes = ShapeClass.values();
        ShapeClass shape = classes[random.nextInt(classes.length)];
        for (int i = 0; i < PLACES_TRIED; i++) {
            PlacedObject object =
                    PlacedObject.at(shape, layout, random.nextDouble(), random.nextDouble(), canvas.size());
            if (canvas.leavesOthersVisible(object)) {
                canvas.draw(object, random);
                return;
            }
        }
    }
}
