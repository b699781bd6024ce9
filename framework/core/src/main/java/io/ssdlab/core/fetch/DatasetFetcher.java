package io.ssdlab.core.fetch;

import io.ssdlab.core.store.FolderLock;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.io.file.PathUtils;

/**
 * Fetches data sets into a data folder. At any moment a data set's folder is there as a whole or not at all: an interrupted
 * download goes on where it was, an interrupted extraction starts over. For one thread.
 */
public final class DatasetFetcher {

    /** Ten times what the largest data set of the catalogue has. */
    private static final int MOST_MEMBERS = 500_000;

    private final DataFolder folder;
    private final ArchiveDownloader downloader;
    private final TarExtractor extractor;
    private final boolean keepArchives;

    /** @param keepArchives whether archives stay in {@code downloads} once they are unpacked */
    public DatasetFetcher(DataFolder folder, DownloadPolicy policy, boolean keepArchives, FetchListener listener) {
        this.folder = folder;
        this.downloader = new ArchiveDownloader(policy, listener);
        this.extractor = new TarExtractor(MOST_MEMBERS, listener);
        this.keepArchives = keepArchives;
    }

    /**
     * Fetches a data set, unless it is there.
     *
     * @return whether there was anything to do
     * @throws InvalidInputException if something else is in its place, which is left alone, or an archive is not sound
     * @throws StorageException if it cannot be downloaded or written, or another process fetches into the folder
     */
    public boolean fetch(FetchableDataset dataset) {
        if (isThere(dataset)) {
            return false;
        }
        FolderLock lock = folder.lock();
        try {
            // Another process may just have finished it.
            if (isThere(dataset)) {
                return false;
            }
            requireSpace(dataset);
            List<Path> archives = new ArrayList<>();
            for (ArchiveSource archive : dataset.archives()) {
                archives.add(downloader.download(archive, folder.downloads()));
            }
            unpack(dataset, archives);
            if (!keepArchives) {
                archives.forEach(DatasetFetcher::delete);
            }
            return true;
        } finally {
            lock.close();
        }
    }

    private boolean isThere(FetchableDataset dataset) {
        return switch (folder.presence(dataset)) {
            case FETCHED -> true;
            case ABSENT -> false;
            case FOREIGN ->
                throw new InvalidInputException(
                        folder.of(dataset).toString(),
                        "is there already, and was not fetched",
                        "use it as it is, or move it away and fetch again");
            case INCOMPLETE ->
                throw new InvalidInputException(
                        folder.of(dataset).toString(),
                        "is not as it was fetched: files are gone, or it came from other archives",
                        "move it away and fetch again");
        };
    }

    private void requireSpace(FetchableDataset dataset) {
        // Small files take whole blocks of the disk: more than in an archive.
        long needed = dataset.bytes() + dataset.bytes() / 10;
        for (ArchiveSource archive : dataset.archives()) {
            Path file = folder.downloads().resolve(archive.file());
            if (!Files.exists(file)) {
                needed += Math.max(0, archive.bytes() - PartialFile.leftover(file));
            }
        }
        long free;
        try {
            free = Files.getFileStore(folder.downloads()).getUsableSpace();
        } catch (IOException e) {
            throw StorageException.reading(folder.root(), e);
        }
        if (free < needed) {
            throw new StorageException(
                    folder.root().toString(),
                    "%s needs %s for its archives and files, and %s are free"
                            .formatted(dataset.name(), megabytes(needed), megabytes(free)),
                    "free some space, or name another folder");
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private void unpack(FetchableDataset dataset, List<Path> archives) {
        Path unpacking = folder.unpacking(dataset);
        delete(unpacking);
        try {
            Files.createDirectory(unpacking);
            archives.forEach(archive -> extractor.extract(archive, unpacking));
            moveIntoPlace(dataset, unpacking.resolve(dataset.folder()));
        } catch (IOException e) {
            throw StorageException.writing(unpacking, e);
        } finally {
            delete(unpacking);
        }
    }

    private void moveIntoPlace(FetchableDataset dataset, Path unpacked) {
        if (!Files.isDirectory(unpacked)) {
            throw new InvalidInputException(
                    dataset.name(),
                    "its archives have no folder " + dataset.folder(),
                    "nothing of them is kept; the catalogue is wrong");
        }
        // The manifest first: without the folder it means nothing, while the folder without it would be somebody
        // else's.
        new FetchManifest(
                        dataset.name(),
                        dataset.folder(),
                        DataFolder.files(unpacked),
                        FetchManifest.archivesOf(dataset),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .write(folder.manifest(dataset));
        Path place = folder.of(dataset);
        try {
            Files.createDirectories(place.toAbsolutePath().getParent());
            Files.move(unpacked, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StorageException.writing(place, e);
        }
    }

    private static void delete(Path path) {
        try {
            if (Files.exists(path)) {
                PathUtils.delete(path);
            }
        } catch (IOException e) {
            throw StorageException.writing(path, e);
        }
    }
}
