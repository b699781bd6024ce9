package io.ssdlab.plugin.datasets.evaluation;

import static io.ssdlab.plugin.datasets.evaluation.Verdict.FALSE_POSITIVE;
import static io.ssdlab.plugin.datasets.evaluation.Verdict.IGNORED;
import static io.ssdlab.plugin.datasets.evaluation.Verdict.TRUE_POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DetectionJudgeTest {

    private static final PixelBox LEFT = new PixelBox(11, 11, 110, 110);
    private static final PixelBox RIGHT = new PixelBox(301, 11, 400, 110);

    @Test
    void theBestScoreTakesTheObjectAndTheSecondIsFalse() {
        RankedVerdicts ranked = judge(
                Convention.DEVKIT,
                List.of(object(LEFT)),
                List.of(detection(0.3f, LEFT), detection(0.9f, LEFT), detection(0.5f, RIGHT)));

        assertThat(ranked.verdicts()).containsExactly(TRUE_POSITIVE, FALSE_POSITIVE, FALSE_POSITIVE);
        assertThat(ranked.groundTruths()).isEqualTo(1);
    }

    @Test
    void theBestObjectCountsEvenIfItIsTakenAndAnotherWouldDo() {
        PixelBox shifted = new PixelBox(21, 11, 120, 110);

        RankedVerdicts ranked = judge(
                Convention.DEVKIT,
                List.of(object(LEFT), object(shifted)),
                List.of(detection(0.9f, LEFT), detection(0.8f, LEFT)));

        assertThat(ranked.verdicts()).containsExactly(TRUE_POSITIVE, FALSE_POSITIVE);
    }

    @Test
    void difficultObjectsAndCrowdsAreNeitherCountedNorHeldAgainstADetection() {
        RankedVerdicts ranked = judge(
                Convention.DEVKIT,
                List.of(new AnnotatedObject(LEFT, 1, true, false), new AnnotatedObject(RIGHT, 1, false, true)),
                List.of(detection(0.9f, LEFT), detection(0.8f, RIGHT), detection(0.7f, RIGHT)));

        assertThat(ranked.verdicts()).containsExactly(IGNORED, IGNORED, IGNORED);
        assertThat(ranked.groundTruths()).isZero();
    }

    @Test
    void equalScoresRankInTheOrderGiven() {
        RankedVerdicts ranked = judge(
                Convention.DEVKIT,
                List.of(object(LEFT)),
                List.of(detection(0.5f, RIGHT), detection(0.5f, LEFT), detection(0.5f, RIGHT)));

        assertThat(ranked.verdicts()).containsExactly(FALSE_POSITIVE, TRUE_POSITIVE, FALSE_POSITIVE);
    }

    @Test
    void anIntersectionOfExactlyTheThresholdDecidesBetweenTheConventions() {
        // 100 x 100 pixels and their left half, the last pixel included: IoU 0.5.
        PixelBox half = new PixelBox(11, 11, 60, 110);
        List<AnnotatedObject> objects = List.of(object(LEFT));
        List<Detection> detections = List.of(detection(0.9f, half));

        assertThat(judge(Convention.DEVKIT, objects, detections).verdicts()).containsExactly(FALSE_POSITIVE);
        assertThat(judge(Convention.CAFFE, objects, detections).verdicts()).containsExactly(TRUE_POSITIVE);
        assertThat(judge(Convention.CAFFE_NORMALISED, objects, detections).verdicts())
                .containsExactly(FALSE_POSITIVE);
    }

    @Test
    void caffeCutsDetectionsToTheImage() {
        PixelBox atTheEdge = new PixelBox(0, 0, 100, 100);
        PixelBox farOutside = new PixelBox(-100, -100, 100, 100);
        List<AnnotatedObject> objects = List.of(object(atTheEdge));
        List<Detection> detections = List.of(detection(0.9f, farOutside));

        assertThat(judge(Convention.CAFFE, objects, detections).verdicts()).containsExactly(TRUE_POSITIVE);
        assertThat(judge(Convention.DEVKIT, objects, detections).verdicts()).containsExactly(FALSE_POSITIVE);
    }

    @Test
    void aLabelOutOfRangeNamesTheImage() {
        EvaluatedImage image = new EvaluatedImage("000007", 500, 375, List.of(), List.of(new Detection(2, 0.5f, LEFT)));

        assertThatThrownBy(() -> new DetectionJudge(new VocRule(Convention.DEVKIT, 0.5)).judge(1, List.of(image)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("000007")
                .hasMessageContaining("label 2");
    }

    private static RankedVerdicts judge(
            Convention convention, List<AnnotatedObject> objects, List<Detection> detections) {
        EvaluatedImage image = new EvaluatedImage("000001", 500, 375, objects, detections);
        return new DetectionJudge(new VocRule(convention, 0.5))
                .judge(1, List.of(image))
                .get(0);
    }

    private static AnnotatedObject object(PixelBox box) {
        return new AnnotatedObject(box, 1, false, false);
    }

    private static Detection detection(float score, PixelBox box) {
        return new Detection(1, score, box);
    }
}
