/**
 * What came out of runs, on disk: atomic files, checksums, and one directory for each run.
 *
 * <p>Everything goes through {@link java.nio.file}. A run counts as done once its {@code run.json} is there and the
 * checksums in it hold; all other directories are unfinished and can be resumed or discarded.
 */
package io.ssdlab.core.store;
