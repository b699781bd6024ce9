package io.ssdlab.core.store;

import java.nio.file.Path;

/**
 * A run that was begun and not finished.
 *
 * @param description what it is
 * @param folder where it lies
 */
public record UnfinishedRun(RunDescription description, Path folder) {

    /** The steps that a checkpoint holds, 0 if there is none. The checkpoint's checksum is not looked at. */
    public long iteration() {
        return new CheckpointFolder(folder.resolve(RunDirectory.CHECKPOINTS)).newestIteration();
    }

    /** Whether a process works on it right now. */
    public boolean isLocked() {
        return FolderLock.isHeld(RunStore.lock(folder.resolveSibling(RunStore.LOCKS), description.identity()));
    }
}
