package io.ssdlab.report.diagnosis;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Small crowded scenes on a coarse grid with few different scores: overlaps at the thresholds and ties are common. */
final class RandomScenes extends DomainContextBase {

    private static final int CLASSES = 3;

    private static Arbitrary<PixelBox> boxes() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 6);
        Arbitrary<Integer> sizes = Arbitraries.integers().between(0, 5);
        return Combinators.combine(places, places, sizes, sizes)
                .as((x, y, width, height) -> PixelBox.ofSize(10 * x, 10 * y, 10 * width, 10 * height));
    }

    private static Arbitrary<AnnotatedObject> objects() {
        Arbitrary<Boolean> seldom = Arbitraries.integers().between(0, 7).map(i -> i == 0);
        return Combinators.combine(boxes(), Arbitraries.integers().between(1, CLASSES), seldom, seldom)
                .as(AnnotatedObject::new);
    }

    private static Arbitrary<Detection> detections() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, CLASSES),
                        Arbitraries.integers().between(1, 8),
                        boxes())
                .as((label, score, box) -> new Detection(label, score / 8.0, box));
    }

    private record Content(List<AnnotatedObject> objects, List<Detection> detections) {}

    @Provide
    Arbitrary<Scene> scenes() {
        return Combinators.combine(
                        objects().list().ofMaxSize(5), detections().list().ofMaxSize(10))
                .as(Content::new)
                .list()
                .ofMaxSize(4)
                .map(contents -> {
                    List<Scene.SceneImage> images = new ArrayList<>();
                    contents.forEach(content -> images.add(new Scene.SceneImage(
                            String.valueOf(images.size()), content.objects(), content.detections())));
                    return new Scene(List.of("cat", "dog", "owl"), images);
                });
    }
}
