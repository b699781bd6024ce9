package io.ssdlab.report.diagnosis;

import io.ssdlab.coco.CocoImage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Tells of each image what is found in it from a score on. For one thread. */
final class ImageAnalysis {

    private final JudgedRun run;
    private final double score;

    ImageAnalysis(JudgedRun run, double score) {
        this.run = run;
        this.score = score;
    }

    List<ImageDiagnosis> images() {
        List<ImageDiagnosis> images = new ArrayList<>();
        for (int image = 0; image < run.truth().images().size(); image++) {
            images.add(diagnose(image));
        }
        return images;
    }

    private ImageDiagnosis diagnose(int image) {
        int correct = 0;
        int wrong = 0;
        List<DiagnosedDetection> detections = new ArrayList<>();
        for (int place = run.firstOf(image); place < run.firstOf(image + 1); place++) {
            int row = run.rowOfImage(place);
            if (run.detections().score(row) < score) {
                break;
            }
            DetectionVerdict verdict = run.verdicts().verdict(row);
            correct += verdict == DetectionVerdict.CORRECT ? 1 : 0;
            wrong += verdict.error().isPresent() ? 1 : 0;
            if (detections.size() < ImageDiagnosis.MOST_DETECTIONS) {
                detections.add(detection(row, image));
            }
        }
        List<DiagnosedObject> objects = objects(image);
        CocoImage annotated = run.truth().images().get(image);
        return new ImageDiagnosis(
                annotated.id(),
                annotated.fileName(),
                annotated.width(),
                annotated.height(),
                correct,
                wrong,
                (int) objects.stream()
                        .filter(object -> object.state() == DiagnosedObject.State.MISSED)
                        .count(),
                objects,
                detections);
    }

    private DiagnosedDetection detection(int row, int image) {
        int object = run.verdicts().object(row);
        return new DiagnosedDetection(
                run.detections().detection(row),
                run.verdicts().verdict(row),
                object == Verdicts.NONE
                        ? OptionalInt.empty()
                        : OptionalInt.of(object - run.objects().firstOf(image)),
                run.verdicts().iou(row));
    }

    private List<DiagnosedObject> objects(int image) {
        List<DiagnosedObject> objects = new ArrayList<>();
        for (int object = run.objects().firstOf(image); object < run.objects().firstOf(image + 1); object++) {
            int finder = run.verdicts().finder(object);
            double found =
                    finder == Verdicts.NONE ? Double.NaN : run.detections().score(finder);
            DiagnosedObject.State state = found >= score ? DiagnosedObject.State.FOUND : DiagnosedObject.State.MISSED;
            objects.add(new DiagnosedObject(
                    run.objects().object(object),
                    run.objects().counts(object) ? state : DiagnosedObject.State.IGNORED,
                    found));
        }
        return objects;
    }
}
