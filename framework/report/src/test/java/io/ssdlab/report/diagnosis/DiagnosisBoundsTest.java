package io.ssdlab.report.diagnosis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiagnosisBoundsTest {

    private static final Path TRUTH = Path.of("ground-truth.json");
    private static final Path DETECTIONS = Path.of("detections.json");

    private static void check(Scene scene) {
        DiagnosisBounds.check(TRUTH, scene.truth(), DETECTIONS, scene.columns());
    }

    private static Scene ofClasses(int count) {
        return new Scene(IntStream.range(0, count).mapToObj(String::valueOf).toList(), List.of());
    }

    private static Scene ofPairs(int objects, int detections) {
        return Scene.of(
                Collections.nCopies(objects, Scene.object(1, 0, 0, 1, 1)),
                Collections.nCopies(detections, Scene.detection(1, 0.5, 0, 0, 1, 1)));
    }

    @Test
    void refusesMoreClassesThanAMatrixHolds() {
        assertThatCode(() -> check(ofClasses(DiagnosisBounds.MOST_CLASSES))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(ofClasses(DiagnosisBounds.MOST_CLASSES + 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ground-truth.json: 2001 classes are too many");
    }

    @Test
    void refusesMorePairsThanCanBeLookedAt() {
        assertThatCode(() -> check(ofPairs(20_000, 100_000))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(ofPairs(20_000, 100_001)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("detections.json: 2000020000 pairs");
    }
}
