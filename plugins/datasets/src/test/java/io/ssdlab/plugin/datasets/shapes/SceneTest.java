package io.ssdlab.plugin.datasets.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The drawn scenes have the mixture of objects that the ablations need. */
final class SceneTest {

    private static final int SIZE = 150;
    private static List<Scene> scenes;
    private static List<DrawnObject> objects;

    @BeforeAll
    static void draw() {
        scenes = LongStream.range(0, 200)
                .mapToObj(seed -> Scene.compose(SIZE, new SplittableRandom(seed)))
                .toList();
        objects = scenes.stream().flatMap(scene -> scene.objects().stream()).toList();
    }

    @Test
    void aSceneHasOneToEightObjects() {
        assertThat(scenes).allSatisfy(scene -> assertThat(scene.objects()).hasSizeBetween(1, 8));
    }

    @Test
    void aThirdOfTheObjectsIsSmallAndAThirdElongated() {
        assertThat(share(objects.stream().filter(SceneTest::isElongated).toList()))
                .isBetween(0.27, 0.41);
        assertThat(share(objects.stream()
                        .filter(object -> !isElongated(object) && side(object) <= 0.17)
                        .toList()))
                .isBetween(0.3, 0.45);
        assertThat(share(objects.stream().filter(object -> side(object) > 0.34).toList()))
                .isBetween(0.03, 0.15);
    }

    @Test
    void everyClassIsThereLargeSmallAndElongated() {
        assertThat(objects.stream().collect(Collectors.groupingBy(DrawnObject::shape)))
                .hasSize(ShapeClass.values().length)
                .allSatisfy((shape, ofClass) -> {
                    assertThat(ofClass).anyMatch(SceneTest::isElongated);
                    assertThat(ofClass).anyMatch(object -> side(object) < 0.16);
                    assertThat(ofClass).anyMatch(object -> side(object) > 0.25);
                });
    }

    @Test
    void objectsStayVisibleAndHiddenOnesAreDifficult() {
        assertThat(objects).allSatisfy(object -> {
            assertThat(object.visible()).isBetween(0.3, 1.0);
            assertThat(object.isDifficult()).isEqualTo(object.visible() < 0.4);
        });
        assertThat(objects).anyMatch(object -> object.visible() < 0.9);
    }

    @Test
    void mostObjectsAreCoveredByNothing() {
        assertThat(share(objects.stream()
                        .filter(object -> object.visible() > 0.99)
                        .toList()))
                .as("share of objects that nothing covers")
                .isGreaterThan(0.6);
    }

    private static boolean isElongated(DrawnObject object) {
        double ratio = width(object) / height(object);
        return ratio > 2 || ratio < 0.5;
    }

    private static double side(DrawnObject object) {
        return Math.sqrt(width(object) * height(object)) / SIZE;
    }

    private static double width(DrawnObject object) {
        return object.right() - object.left() + 1.0;
    }

    private static double height(DrawnObject object) {
        return object.bottom() - object.top() + 1.0;
    }

    private static double share(List<DrawnObject> some) {
        return some.size() / (double) objects.size();
    }
}
