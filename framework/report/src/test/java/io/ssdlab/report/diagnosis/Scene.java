package io.ssdlab.report.diagnosis;

import io.ssdlab.coco.CocoCategory;
import io.ssdlab.coco.CocoDetections;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.coco.CocoImage;
import io.ssdlab.coco.DetectionColumns;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.model.InputSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A split and what was detected in it. Immutable. */
record Scene(List<String> classes, List<SceneImage> images) {

    /** An image of 200 x 200 pixels. */
    record SceneImage(String id, List<AnnotatedObject> objects, List<Detection> detections) {}

    /** One image, the classes cat and dog. */
    static Scene of(List<AnnotatedObject> objects, List<Detection> detections) {
        return new Scene(List.of("cat", "dog"), List.of(new SceneImage("1", objects, detections)));
    }

    static AnnotatedObject object(int label, double x, double y, double width, double height) {
        return new AnnotatedObject(PixelBox.ofSize(x, y, width, height), label, false, false);
    }

    static AnnotatedObject difficult(int label, double x, double y, double width, double height) {
        return new AnnotatedObject(PixelBox.ofSize(x, y, width, height), label, true, false);
    }

    static Detection detection(int label, double score, double x, double y, double width, double height) {
        return new Detection(label, score, PixelBox.ofSize(x, y, width, height));
    }

    CocoGroundTruth truth() {
        List<CocoCategory> categories = IntStream.range(0, classes.size())
                .mapToObj(i -> new CocoCategory(i + 1L, classes.get(i)))
                .toList();
        List<CocoImage> annotated = new ArrayList<>();
        images.forEach(
                image -> annotated.add(new CocoImage(image.id(), image.id() + ".jpg", 200, 200, image.objects())));
        return new CocoGroundTruth(categories, annotated);
    }

    DetectionColumns columns() {
        Map<String, List<Detection>> byImage = new LinkedHashMap<>();
        images.forEach(image -> byImage.put(image.id(), image.detections()));
        return DetectionColumns.of(new CocoDetections(byImage), truth());
    }

    JudgedRun judged(ScoringRule rule) {
        return JudgedRun.of(truth(), columns(), rule, DiagnosisSettings.standard());
    }

    RunDiagnosis diagnosed(ScoringRule rule) {
        return diagnosed(rule, DiagnosisSettings.standard());
    }

    RunDiagnosis diagnosed(ScoringRule rule, DiagnosisSettings settings) {
        return new RunDiagnoser(settings)
                .diagnose("scene", new RunSetup(rule, new InputSize(300, 300)), truth(), columns());
    }
}
