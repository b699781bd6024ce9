package io.ssdlab.core.store;

import io.ssdlab.core.fidelity.FidelityNote;
import java.util.List;
import java.util.Optional;

/**
 * All that is stored of a run.
 *
 * @param folder what it is
 * @param summary of it
 * @param environment where it ran
 * @param scores under all metrics that were asked for
 * @param fidelity what differs from the published recipe
 * @param files by their paths in the folder
 */
public record RunDetails(
        RunFolder folder,
        RunSummary summary,
        Environment environment,
        List<MetricScores> scores,
        Optional<FidelityNote> fidelity,
        List<FileCheck> files) {

    public RunDetails {
        scores = List.copyOf(scores);
        files = List.copyOf(files);
    }

    /**
     * A file of a run.
     *
     * @param state {@code whole}, {@code damaged}, {@code missing}, or {@code unchecked} if there is no checksum for it
     */
    public record FileCheck(String name, long bytes, String state) {}
}
