package io.ssdlab.core.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Something of a store that nobody needs.
 *
 * @param path a folder of a run, or a file
 * @param reason why nobody needs it
 * @param bytes that it takes
 * @param identity of the run, if it is a run's folder and says which
 */
public record Removal(Path path, String reason, long bytes, Optional<RunIdentity> identity) {}
