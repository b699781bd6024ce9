package io.ssdlab.report.diagnosis;

import io.ssdlab.spi.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A run's diagnosis, or why there is none.
 *
 * @param run the name of its folder
 * @param diagnosis empty if there are problems
 * @param problems what is wrong with its files, and what to do
 */
public record DiagnosisOutcome(String run, Optional<RunDiagnosis> diagnosis, List<Problem> problems) {

    public DiagnosisOutcome {
        problems = List.copyOf(problems);
    }
}
