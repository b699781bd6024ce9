package io.ssdlab.report.diagnosis;

/** Diagnoses stored runs. Thread-safe. */
public final class RunDiagnoser {

    private final DiagnosisSettings settings;

    public RunDiagnoser(DiagnosisSettings settings) {
        this.settings = settings;
    }
}
