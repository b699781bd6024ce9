package io.ssdlab.core.store;

import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds out what lies in a store, whatever its state. Thread-safe. */
public final class RunInventory {

    /** What the names of run folders end with. */
    private static final Pattern RUN_NAME = Pattern.compile(".+-seed-?\\d+-[0-9a-f]{8}");

    private final RunStore store;
    private final RunFiles files = new RunFiles();

    public RunInventory(RunStore store) {
        this.store = store;
    }

    /** How closely files are looked at. */
    public enum Depth {
        /** Whether they are there. */
        PRESENCE,
        /** Whether their checksums hold. */
        CHECKSUMS
    }

    /** All folders, by name. */
    public List<RunFolder> folders(Depth depth) {
        return store.folders().parallelStream()
                .map(folder -> folder(folder, depth))
                .toList();
    }

    /**
     * The folder that people mean by a name: its own, or the first digits of the id of its run.
     *
     * @throws InvalidInputException if there is none, or several
     */
    public RunFolder named(String name) {
        List<RunFolder> all = folders(Depth.PRESENCE);
        List<RunFolder> meant = all.stream()
                .filter(folder -> folder.name().equals(name)
                        || (name.length() >= RunStore.FEWEST_DIGITS
                                && folder.identity()
                                        .filter(run -> run.id().startsWith(name))
                                        .isPresent()))
                .toList();
        if (meant.size() == 1) {
            return folder(meant.get(0).path(), Depth.CHECKSUMS);
        }
        throw new InvalidInputException(
                name,
                meant.isEmpty() ? "there is no such run" : "this could be %d runs".formatted(meant.size()),
                meant.isEmpty()
                        ? "'ssdlab runs list' lists them"
                        : "name one of " + meant.stream().map(RunFolder::name).collect(Collectors.joining(", ")));
    }

    private RunFolder folder(Path folder, Depth depth) {
        Optional<RunDescription> description = read(folder.resolve(RunFiles.IDENTITY), RunDescription.class);
        if (Files.exists(folder.resolve(RunFiles.RUN))) {
            return finished(folder, description, depth);
        }
        if (description.isPresent()) {
            boolean locked = new UnfinishedRun(description.get(), folder).isLocked();
            RunFolder.State state = locked ? RunFolder.State.RUNNING : RunFolder.State.UNFINISHED;
            return new RunFolder(folder, state, List.of(), Optional.empty(), description);
        }
        boolean killedAtOnce = RUN_NAME.matcher(folder.getFileName().toString()).matches();
        return new RunFolder(
                folder,
                killedAtOnce ? RunFolder.State.UNFINISHED : RunFolder.State.FOREIGN,
                List.of(killedAtOnce ? "it does not say which run it is" : "not of this store"),
                Optional.empty(),
                Optional.empty());
    }

    private RunFolder finished(Path folder, Optional<RunDescription> description, Depth depth) {
        Optional<RunRecord> record = read(folder.resolve(RunFiles.RUN), RunRecord.class);
        if (record.filter(run -> !store.folder(run).equals(folder)).isPresent()) {
            String former = store.folder(record.get()).getFileName().toString();
            return new RunFolder(
                    folder, RunFolder.State.FOREIGN, List.of("was moved from " + former), record, description);
        }
        List<String> faults =
                record.map(run -> faults(folder, run, depth)).orElse(List.of(RunFiles.RUN + " cannot be read"));
        return new RunFolder(
                folder,
                faults.isEmpty() ? RunFolder.State.FINISHED : RunFolder.State.DAMAGED,
                faults,
                record,
                description);
    }

    private List<String> faults(Path folder, RunRecord run, Depth depth) {
        if (depth == Depth.CHECKSUMS) {
            return run.checksums().damaged(folder).stream()
                    .map(file -> folder.relativize(file) + " is missing or damaged")
                    .toList();
        }
        return run.checksums().sha256().keySet().stream()
                .filter(name -> !Files.isRegularFile(folder.resolve(name)))
                .map(name -> name + " is missing")
                .toList();
    }

    private <T> Optional<T> read(Path file, Class<T> type) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(files.read(file, type));
        } catch (StorageException unreadable) {
            return Optional.empty();
        }
    }
}
