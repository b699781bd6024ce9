package io.ssdlab.core.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a store held when it was read: each record once, whatever is asked then. Records are taken as they are; the files
 * beside them are not looked at. Immutable.
 */
public final class RunIndex {

    private static final Comparator<RunRecord> NEWEST_FIRST =
            Comparator.comparing(RunRecord::finished).reversed();

    private final List<RunRecord> finished;
    private final List<UnfinishedRun> unfinished;
    private final Map<Cell, List<RunRecord>> byConfiguration;
    private final Map<Name, List<RunRecord>> byName;

    private record Cell(String configHash, long seed, String engine) {

        static Cell of(RunIdentity identity) {
            return new Cell(identity.configHash(), identity.seed(), identity.engine());
        }
    }

    private record Name(String experiment, String row, long seed, String engine) {}

    RunIndex(List<RunRecord> finished, List<UnfinishedRun> unfinished) {
        this.finished = List.copyOf(finished);
        this.unfinished = List.copyOf(unfinished);
        this.byConfiguration = grouped(run -> Cell.of(run.identity()));
        this.byName = grouped(run ->
                new Name(run.experiment(), run.row(), run.seed(), run.identity().engine()));
    }

    private <K> Map<K, List<RunRecord>> grouped(Function<RunRecord, K> key) {
        return finished.stream().collect(Collectors.groupingBy(key));
    }

    /** All finished runs, by folder name. */
    public List<RunRecord> finished() {
        return finished;
    }

    /** All runs begun and not finished, by folder name. */
    public List<UnfinishedRun> unfinished() {
        return unfinished;
    }

    /** The finished runs that a key means, the newest first. */
    public List<RunRecord> finished(RunKey key) {
        return byConfiguration.getOrDefault(new Cell(key.configHash(), key.seed(), key.engine()), List.of()).stream()
                .filter(run -> key.matches(run.identity()))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** The unfinished run that a key means. */
    public Optional<UnfinishedRun> unfinished(RunKey key) {
        return unfinished.stream()
                .filter(run -> key.matches(run.description().identity()))
                .findFirst();
    }

    /**
     * Finished runs that were this cell once, or are but for versions or data: of the same configuration, or of the same
     * row of the same experiment; with the same seed on the same engine. The newest first.
     */
    public List<RunRecord> relatives(RunKey key, RunName name) {
        Predicate<RunRecord> isAnother = run -> !key.matches(run.identity());
        return Stream.concat(
                        byConfiguration
                                .getOrDefault(new Cell(key.configHash(), key.seed(), key.engine()), List.of())
                                .stream(),
                        byName
                                .getOrDefault(
                                        new Name(name.experiment(), name.row(), key.seed(), key.engine()), List.of())
                                .stream())
                .distinct()
                .filter(isAnother)
                .sorted(NEWEST_FIRST)
                .toList();
    }
}
