package io.ssdlab.core.run;

import io.ssdlab.core.experiment.DatasetSettings;
import io.ssdlab.core.store.RunRecord;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the data of a plan's runs against each other, where the data itself is not at hand: runs that name the same data set
 * were made on the same data, or else the newest of them tells what the data is now.
 */
final class DataAgreement {

    private final Map<Data, RunRecord> newest = new HashMap<>();

    private DataAgreement() {}

    /** All that a fingerprint is of. */
    private record Data(DatasetSettings dataset, Optional<Path> initialWeights) {

        static Data of(PlannedCell cell) {
            return new Data(
                    cell.row().experiment().dataset(),
                    cell.row().experiment().training().initialWeights());
        }
    }

    /** Among cells that are done. */
    static DataAgreement of(List<PlannedCell> cells) {
        DataAgreement agreement = new DataAgreement();
        cells.stream()
                .filter(cell -> cell.state() == CellState.DONE)
                .forEach(cell -> agreement.newest.merge(
                        Data.of(cell),
                        cell.run().orElseThrow(),
                        (one, other) -> other.finished().compareTo(one.finished()) > 0 ? other : one));
        return agreement;
    }

    /** Why a run that is done does not go with the others; empty if it does. */
    Optional<String> objection(PlannedCell cell) {
        return cell.run()
                .filter(run -> !run.identity()
                        .dataFingerprint()
                        .equals(newest.get(Data.of(cell)).identity().dataFingerprint()))
                .map(run -> "the data changed after it: run %s has newer data"
                        .formatted(newest.get(Data.of(cell)).shortId()));
    }
}
