package io.ssdlab.report.diagnosis;

/**
 * One class.
 *
 * @param label from 1
 * @param name of the class
 * @param curve precision over recall
 * @param errors where its AP is lost
 */
public record ClassDiagnosis(int label, String name, PrecisionRecallCurve curve, ErrorBreakdown errors) {}
