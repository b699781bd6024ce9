package io.ssdlab.report.diagnosis;

import java.util.List;

/**
 * All that a run's detections tell.
 *
 * @param run the name of its folder
 * @param rule by which detections are right or wrong and AP is taken
 * @param settings the thresholds
 * @param operatingPoint from which score on detections are counted and shown, and what all classes together come to there
 * @param errors of all classes
 * @param classes in label order, those without objects too
 * @param sensitivities by size and by aspect ratio
 * @param confusion at the operating point
 * @param images all of them, in the ground truth's order
 * @param calibration of the scores
 */
public record RunDiagnosis(
        String run,
        ScoringRule rule,
        DiagnosisSettings settings,
        OperatingPoint operatingPoint,
        ErrorBreakdown errors,
        List<ClassDiagnosis> classes,
        List<Sensitivity> sensitivities,
        ConfusionMatrix confusion,
        List<ImageDiagnosis> images,
        Calibration calibration) {

    public RunDiagnosis {
        classes = List.copyOf(classes);
        sensitivities = List.copyOf(sensitivities);
        images = List.copyOf(images);
    }
}
