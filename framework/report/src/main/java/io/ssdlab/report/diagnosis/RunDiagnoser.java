package io.ssdlab.report.diagnosis;

import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.coco.DetectionColumns;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Diagnoses finished runs from their files. Runs on the same test images share their ground truth, which is kept as long as
 * the diagnoser is. Thread-safe.
 */
public final class RunDiagnoser {

    private final DiagnosisSettings settings;
    private final Map<String, CocoGroundTruth> groundTruths = new ConcurrentHashMap<>();

    public RunDiagnoser(DiagnosisSettings settings) {
        this.settings = settings;
    }

    /**
     * Diagnoses a run: about 1 MB for 400 images with a few objects each. Files that are missing, damaged, wrong, or hold more than
     * {@link DiagnosisBounds} allows are told as problems.
     */
    public DiagnosisOutcome diagnose(FinishedRun run) {
        String name = String.valueOf(run.folder().getFileName());
        List<Problem> damaged = damaged(run);
        if (!damaged.isEmpty()) {
            return new DiagnosisOutcome(name, Optional.empty(), damaged);
        }
        try {
            RunSetup setup = RunSetup.read(run.configFile());
            CocoGroundTruth truth = groundTruth(run);
            DetectionColumns detections = DetectionColumns.read(run.detectionsFile(), truth);
            DiagnosisBounds.check(run.groundTruthFile(), truth, run.detectionsFile(), detections);
            return new DiagnosisOutcome(name, Optional.of(diagnose(name, setup, truth, detections)), List.of());
        } catch (InvalidInputException e) {
            return new DiagnosisOutcome(name, Optional.empty(), e.problems());
        }
    }

    private static List<Problem> damaged(FinishedRun run) {
        List<Problem> problems = new ArrayList<>();
        for (Path file : List.of(run.configFile(), run.groundTruthFile(), run.detectionsFile())) {
            try {
                if (!run.isWhole(file)) {
                    problems.add(new Problem(
                            file.toString(),
                            "is missing, or is not as it was when the run finished",
                            "run the experiment again: damaged runs are done anew"));
                }
            } catch (StorageException e) {
                problems.add(new Problem(e.where(), e.what(), e.remedy()));
            }
        }
        return problems;
    }

    private CocoGroundTruth groundTruth(FinishedRun run) {
        Path file = run.groundTruthFile();
        String sum = run.record().checksums().sha256().get(String.valueOf(file.getFileName()));
        return groundTruths.computeIfAbsent(sum, unread -> CocoGroundTruth.read(file));
    }

    /** Diagnoses detections of any origin. */
    RunDiagnosis diagnose(String name, RunSetup setup, CocoGroundTruth truth, DetectionColumns detections) {
        JudgedRun run = JudgedRun.of(truth, detections, setup.rule(), settings);
        ErrorAnalysis errors = new ErrorAnalysis(run);
        CurveAnalysis curves = new CurveAnalysis(run);
        OperatingPoint point = curves.operatingPoint();
        return new RunDiagnosis(
                name,
                setup.rule(),
                settings,
                point,
                errors.ofAll(),
                classes(truth.classes(), errors, curves.curves(errors.averagePrecisions())),
                new SensitivityAnalysis(run, setup.input()).sensitivities(),
                new ConfusionAnalysis(run, point.score()).matrix(),
                new ImageAnalysis(run, point.score()).images(),
                new CalibrationAnalysis(run).calibration());
    }

    private static List<ClassDiagnosis> classes(
            List<String> names, ErrorAnalysis errors, List<PrecisionRecallCurve> curves) {
        List<ClassDiagnosis> classes = new ArrayList<>();
        for (int label = 1; label <= names.size(); label++) {
            classes.add(new ClassDiagnosis(label, names.get(label - 1), curves.get(label - 1), errors.ofClass(label)));
        }
        return classes;
    }
}
