package io.ssdlab.core.fetch;

import io.ssdlab.core.store.StorageException;
import io.ssdlab.spi.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Unpacks tar archives that nobody vouches for: plain files and folders only, all of them within the target, no more
 * members than a limit and no more bytes than the archive has. Of a member that comes twice, the last one stays. Neither
 * owners nor rights nor times are taken over.
 */
final class TarExtractor {

    private static final Set<Byte> PLAIN_FILE = Set.of(TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM);

    private final int mostMembers;
    private final FetchListener listener;

    TarExtractor(int mostMembers, FetchListener listener) {
        this.mostMembers = mostMembers;
        this.listener = listener;
    }

    /**
     * Unpacks an archive into a folder, which exists and into which nobody else writes. A failure leaves what was unpacked
     * before it.
     *
     * @throws InvalidInputException if it is no tar archive or is cut off within a member, or has a member that is not allowed
     * @throws StorageException if a file cannot be written
     */
    void extract(Path archive, Path folder) {
        MemberPath paths = new MemberPath(folder);
        try {
            long bytes = Files.size(archive);
            listener.began("unpack " + archive.getFileName(), 0, Math.max(1, bytes));
            try (InputStream in = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
                    TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
                int members = 0;
                for (TarArchiveEntry member = next(archive, tar); member != null; member = next(archive, tar)) {
                    if (++members > mostMembers) {
                        throw refused(archive, "it has more than %d members".formatted(mostMembers));
                    }
                    extract(archive, tar, member, paths, bytes);
                    listener.advanced(Math.min(bytes, tar.getBytesRead()));
                }
                if (members == 0) {
                    throw refused(archive, "it has no members");
                }
                listener.advanced(bytes);
            }
        } catch (IOException e) {
            throw StorageException.reading(archive, e);
        } finally {
            listener.ended();
        }
    }

    private static TarArchiveEntry next(Path archive, TarArchiveInputStream tar) {
        try {
            return tar.getNextEntry();
        } catch (IOException | IllegalArgumentException e) {
            throw broken(archive, e);
        }
    }

    private static void extract(
            Path archive, TarArchiveInputStream tar, TarArchiveEntry member, MemberPath paths, long bytes) {
        String name = member.getName();
        Path path = paths.of(name)
                .orElseThrow(() -> refused(archive, "the member '" + name + "' is not within the archive's folder"));
        if (member.isDirectory()) {
            makeFolder(path);
            return;
        }
        if (!PLAIN_FILE.contains(member.getLinkFlag()) || member.isSparse()) {
            throw refused(archive, "the member '" + name + "' is a link, a device or sparse");
        }
        if (member.getSize() > bytes - tar.getBytesRead()) {
            throw refused(
                    archive,
                    "the member '%s' is said to have %d bytes, which the archive has not"
                            .formatted(name, member.getSize()));
        }
        if (path.equals(paths.folder())) {
            throw refused(archive, "the member '" + name + "' has no name");
        }
        makeFolder(path.getParent());
        write(archive, tar, path);
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw StorageException.writing(folder, e);
        }
    }

    private static void write(Path archive, TarArchiveInputStream tar, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = read(archive, tar, buffer); read >= 0; read = read(archive, tar, buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        }
    }

    private static int read(Path archive, TarArchiveInputStream tar, byte[] buffer) {
        try {
            return tar.read(buffer);
        } catch (IOException e) {
            throw broken(archive, e);
        }
    }

    private static InvalidInputException broken(Path archive, Exception cause) {
        InvalidInputException broken = refused(archive, "it is no whole tar archive: " + cause.getMessage());
        broken.initCause(cause);
        return broken;
    }

    private static InvalidInputException refused(Path archive, String why) {
        return new InvalidInputException(
                archive.toString(), "cannot be unpacked: " + why, "nothing of it is kept; remove the archive");
    }
}
