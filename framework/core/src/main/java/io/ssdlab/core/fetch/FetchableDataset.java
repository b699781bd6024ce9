package io.ssdlab.core.fetch;

import io.ssdlab.spi.Setting;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** A data set that can be fetched. */
public record FetchableDataset(
        @Setting("What it is called on the command line.") String name,
        @Setting("What it is, on one line.") String title,

        @Setting("Its folder within the data folder and, just so, within its archives.")
        String folder,

        @Setting("The official page.") URI page,
        @Setting("What its owners ask of those who use it.") String terms,

        @Setting("What it is unpacked from; of a file that is in several, the last one stays.")
        List<ArchiveSource> archives) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*");

    public FetchableDataset {
        archives = List.copyOf(archives);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name " + name + " is not in kebab case");
        }
        if (!FOLDER.matcher(folder).matches()) {
            throw new IllegalArgumentException("folder " + folder + " is no relative path of plain names");
        }
        if (archives.isEmpty()) {
            throw new IllegalArgumentException("archives has no archive");
        }
    }

    /** The length of all archives in bytes. */
    public long bytes() {
        return archives.stream().mapToLong(ArchiveSource::bytes).sum();
    }
}
