package io.ssdlab.report.page;

import io.ssdlab.report.diagnosis.CalibrationBin;
import io.ssdlab.report.diagnosis.ClassDiagnosis;
import io.ssdlab.report.diagnosis.ConfusionMatrix;
import io.ssdlab.report.diagnosis.ErrorImpact;
import io.ssdlab.report.diagnosis.ErrorType;
import io.ssdlab.report.diagnosis.OperatingPoint;
import io.ssdlab.report.diagnosis.PrecisionRecallCurve;
import io.ssdlab.report.diagnosis.RunDiagnosis;
import io.ssdlab.report.diagnosis.Sensitivity;
import io.ssdlab.report.figure.Bar;
import io.ssdlab.report.figure.BarChart;
import io.ssdlab.report.figure.CurvePanel;
import io.ssdlab.report.figure.CurvePanels;
import io.ssdlab.report.figure.Figure;
import io.ssdlab.report.figure.HeatMap;
import io.ssdlab.report.figure.Line;
import io.ssdlab.report.figure.Paint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The figures of a run's diagnosis. */
record DiagnosisFigures(RunDiagnosis diagnosis) {

    private static final double PERCENT = 100;
    private static final List<Line.Point> DIAGONAL = List.of(new Line.Point(0, 0), new Line.Point(1, 1));

    /** What each kind of error costs, the dearest first. */
    Figure errors() {
        Map<ErrorType, ErrorImpact> byType = diagnosis.errors().byType();
        List<Bar> bars = byType.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<ErrorType, ErrorImpact> entry) ->
                        -entry.getValue().deltaAp()))
                .map(entry -> new Bar(
                        entry.getKey().title() + " \u2013 " + entry.getKey().explanation(),
                        PERCENT * entry.getValue().deltaAp(),
                        RootText.of(
                                "%.1f points; %,d %s",
                                PERCENT * entry.getValue().deltaAp(),
                                entry.getValue().count(),
                                (entry.getKey() == ErrorType.MISSED ? "object" : "detection")
                                        + (entry.getValue().count() == 1 ? "" : "s")),
                        entry.getKey() == ErrorType.MISSED ? Paint.TRUTH : Paint.WORSE))
                .toList();
        return new BarChart("Errors by type", "points of AP that mending them alone would give", 1, bars).figure();
    }

    /** Precision over recall of each class. */
    Figure precisionRecall() {
        List<CurvePanel> panels =
                diagnosis.classes().stream().map(DiagnosisFigures::panel).toList();
        return new CurvePanels(
                        "Precision and recall of each class",
                        "recall",
                        "precision",
                        List.of("AP", "objects", "detections", "best F1", "at score", "precision", "recall"),
                        panels)
                .figure();
    }

    private static CurvePanel panel(ClassDiagnosis one) {
        PrecisionRecallCurve curve = one.curve();
        List<Line.Point> points = curve.points().stream()
                .map(point -> new Line.Point(point.recall(), point.precision()))
                .toList();
        List<Line.Point> marks = curve.best().stream()
                .map(best -> new Line.Point(best.recall(), best.precision()))
                .toList();
        List<String> cells = new ArrayList<>(List.of(
                percent(curve.averagePrecision()),
                Integer.toString(curve.groundTruths()),
                Integer.toString(curve.detections())));
        cells.addAll(curve.best().map(DiagnosisFigures::cells).orElse(List.of("", "", "", "")));
        return new CurvePanel(
                one.name(),
                RootText.of("AP %s, %,d objects", percent(curve.averagePrecision()), curve.groundTruths()),
                List.of(new Line(one.name(), one.name(), Paint.SERIES1, false, points)),
                marks,
                cells);
    }

    private static List<String> cells(OperatingPoint best) {
        return List.of(
                percent(best.f1()),
                RootText.of("%.2f", best.score()),
                percent(best.precision()),
                percent(best.recall()));
    }

    /** How well objects of each group are found. */
    Figure sensitivity(Sensitivity sensitivity) {
        List<Bar> bars = sensitivity.groups().stream()
                .map(group -> new Bar(
                        group.group(),
                        PERCENT * group.normalisedAveragePrecision(),
                        group.groundTruths() == 0
                                ? "no objects"
                                : RootText.of(
                                        "%s, recall %s, %,d object%s",
                                        percent(group.normalisedAveragePrecision()),
                                        percent(group.recall()),
                                        group.groundTruths(),
                                        group.groundTruths() == 1 ? "" : "s"),
                        Paint.SERIES1))
                .toList();
        return new BarChart(
                        "By %s of the object".formatted(sensitivity.grouping().replace('-', ' ')),
                        "normalised AP and recall at all scores, percent; how many objects there are",
                        PERCENT,
                        bars)
                .half()
                .figure();
    }

    /** What is taken for what. */
    Figure confusion() {
        ConfusionMatrix confusion = diagnosis.confusion();
        List<String> names = new ArrayList<>(confusion.classes());
        names.add("(background)");
        return new HeatMap("Confusion matrix", "what is there", "what is detected", names, names, confusion.counts())
                .figure();
    }

    /** How far scores are what they say. */
    Figure calibration() {
        List<CalibrationBin> bins = diagnosis.calibration().bins().stream()
                .filter(bin -> bin.detections() > 0)
                .toList();
        List<Line.Point> points = bins.stream()
                .map(bin -> new Line.Point(bin.meanScore(), bin.precision()))
                .toList();
        return new CurvePanels(
                        "Scores beside the truth",
                        "score",
                        "share that is correct",
                        List.of("expected calibration error"),
                        List.of(new CurvePanel(
                                "Calibration",
                                "error %s points"
                                        .formatted(
                                                percent(diagnosis.calibration().expectedError())),
                                List.of(
                                        new Line("as it should be", "", Paint.UNSURE, true, DIAGONAL),
                                        new Line("this run", "", Paint.SERIES1, false, points)),
                                points,
                                List.of(percent(diagnosis.calibration().expectedError())))))
                .figure();
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "undefined" : RootText.of("%.1f", PERCENT * share);
    }
}
