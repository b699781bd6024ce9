package io.ssdlab.report.diagnosis;

import static io.ssdlab.report.diagnosis.Scene.detection;
import static io.ssdlab.report.diagnosis.Scene.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.Problem;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunComparisonTest {

    private static final AnnotatedObject LEFT = object(1, 0, 0, 40, 40);
    private static final AnnotatedObject RIGHT = object(2, 100, 0, 40, 40);
    private static final Detection FINDS_LEFT = detection(1, 0.9, 0, 0, 40, 40);
    private static final Detection FINDS_RIGHT = detection(2, 0.9, 100, 0, 40, 40);

    private static Scene.SceneImage image(String id, Detection... detections) {
        return new Scene.SceneImage(id, List.of(LEFT, RIGHT), List.of(detections));
    }

    private static RunDiagnosis run(Scene.SceneImage... images) {
        return new Scene(List.of("cat", "dog"), List.of(images)).diagnosed(ScoringRule.VOC07);
    }

    @Test
    void ranksImagesByWhatTheSecondGains() {
        RunDiagnosis first = run(image("a", FINDS_LEFT), image("b", FINDS_LEFT, FINDS_RIGHT), image("c", FINDS_RIGHT));
        RunDiagnosis second = run(image("a", FINDS_RIGHT), image("b", FINDS_LEFT), image("c", FINDS_LEFT, FINDS_RIGHT));
        RunComparison comparison = RunComparison.of(first, second);
        assertThat(comparison.images())
                .extracting(change -> change.first().imageId())
                .containsExactly("b", "a", "c");
        assertThat(comparison.images().get(0).gain()).isEqualTo(2 / 3.0 - 1, within(1e-12));
        assertThat(comparison.images().get(1).gain()).isZero();
        assertThat(comparison.images().get(2).gain()).isEqualTo(1 - 2 / 3.0, within(1e-12));
        assertThat(comparison.images().get(0).objects()).containsExactly(new ObjectChange(1, false));
        assertThat(comparison.images().get(1).objects())
                .containsExactly(new ObjectChange(0, false), new ObjectChange(1, true));
        assertThat(comparison.images().get(2).objects()).containsExactly(new ObjectChange(0, true));
    }

    @Test
    void aRunIsLikeItself() {
        RunDiagnosis run = run(image("a", FINDS_LEFT), image("b"));
        assertThat(RunComparison.obstacle(run, run)).isEmpty();
        assertThat(RunComparison.of(run, run).images())
                .allSatisfy(change -> assertThat(change.objects()).isEmpty());
    }

    private static String obstacle(RunDiagnosis first, RunDiagnosis second) {
        Optional<Problem> obstacle = RunComparison.obstacle(first, second);
        assertThatThrownBy(() -> RunComparison.of(first, second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(obstacle.orElseThrow().toString());
        return obstacle.orElseThrow().what();
    }

    @Test
    void refusesAnotherGroundTruth() {
        RunDiagnosis run = run(image("a"), image("b"));
        assertThat(obstacle(run, run(image("a")))).contains("other test images");
        assertThat(obstacle(run, run(image("b"), image("a")))).contains("other test images");
        assertThat(obstacle(run, run(image("a"), new Scene.SceneImage("b", List.of(RIGHT, LEFT), List.of()))))
                .contains("image b has other objects");
        RunDiagnosis renamed =
                new Scene(List.of("cat", "owl"), List.of(image("a"), image("b"))).diagnosed(ScoringRule.VOC07);
        assertThat(obstacle(run, renamed)).contains("other classes");
        RunDiagnosis otherRule =
                new Scene(List.of("cat", "dog"), List.of(image("a"), image("b"))).diagnosed(ScoringRule.COCO);
        assertThat(obstacle(run, otherRule)).contains("another rule");
    }
}
