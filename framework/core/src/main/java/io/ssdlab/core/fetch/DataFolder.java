package io.ssdlab.core.fetch;

import io.ssdlab.core.store.FolderLock;
import io.ssdlab.core.store.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that holds data sets; experiments know it as {@code ${data}}. Its folder {@code downloads} has archives, parts
 * of them, and a manifest {@code NAME.json} of each data set fetched.
 *
 * @param root may not exist yet
 */
public record DataFolder(Path root) {

    /** Where a data set is, or would be. */
    public Path of(FetchableDataset dataset) {
        return root.resolve(dataset.folder());
    }

    /**
     * Whether a data set is there: by its manifest and the number of its files.
     *
     * @throws StorageException if the folder cannot be read
     */
    public Presence presence(FetchableDataset dataset) {
        if (!Files.exists(of(dataset))) {
            return Presence.ABSENT;
        }
        Optional<FetchManifest> manifest = FetchManifest.read(manifest(dataset));
        if (manifest.isEmpty()) {
            return Presence.FOREIGN;
        }
        boolean whole = manifest.get().archives().equals(FetchManifest.archivesOf(dataset))
                && files(of(dataset)) >= manifest.get().files();
        return whole ? Presence.FETCHED : Presence.INCOMPLETE;
    }

    /** Where archives are downloaded to. */
    Path downloads() {
        return root.resolve("downloads");
    }

    Path manifest(FetchableDataset dataset) {
        return downloads().resolve(dataset.name() + ".json");
    }

    /** Where a data set is unpacked before it is moved to its place. */
    Path unpacking(FetchableDataset dataset) {
        return downloads().resolve(dataset.name() + ".unpacking");
    }

    /** @throws StorageException if another process fetches into this folder */
    FolderLock lock() {
        return FolderLock.take(downloads().resolve(".lock"), "another process fetches into this folder");
    }

    /** The number of regular files below a folder. */
    static long files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw StorageException.reading(folder, e);
        } catch (UncheckedIOException e) {
            throw StorageException.reading(folder, e.getCause());
        }
    }
}
