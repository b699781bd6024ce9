package io.ssdlab.core.fetch;

import io.ssdlab.core.store.Sha256;
import io.ssdlab.core.store.StorageException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Downloads archives, from one address after the other until the checksum holds. What is under an archive's name is whole
 * and right; everything else is under {@code NAME.part}. Follows redirects, but none from https to http. For one thread.
 */
public final class ArchiveDownloader {

    private final HttpClient client;
    private final DownloadPolicy policy;
    private final FetchListener listener;

    public ArchiveDownloader(DownloadPolicy policy, FetchListener listener) {
        this.client = HttpClient.newBuilder()
                .followRedirects(Redirect.NORMAL)
                .connectTimeout(policy.connecting())
                .version(Version.HTTP_1_1)
                .build();
        this.policy = policy;
        this.listener = listener;
    }

    /**
     * Gets an archive, or finds it there.
     *
     * @param folder where it goes; must exist
     * @return the file
     * @throws StorageException if a file of that name is there that is not the archive, if no address has the archive, or if
     *     it cannot be written. What was got of it stays for the next time, unless its checksum was wrong.
     */
    public Path download(ArchiveSource archive, Path folder) {
        Path file = folder.resolve(archive.file());
        if (Files.exists(file)) {
            requireArchive(archive, file);
            return file;
        }
        List<String> reasons = new ArrayList<>();
        long kept;
        try (PartialFile part = PartialFile.open(file, archive.bytes())) {
            for (URI address : archive.urls()) {
                try {
                    fromAddress(archive, address, part);
                    part.publish(file);
                    return file;
                } catch (RefusedAddressException e) {
                    reasons.add(address + ": " + e.getMessage());
                    listener.noted(address + ": " + e.getMessage());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted", e);
                } finally {
                    listener.ended();
                }
            }
            kept = part.length();
        }
        throw new StorageException(
                file.toString(),
                "cannot be downloaded\n    " + String.join("\n    ", reasons),
                kept > 0
                        ? "start again when the network or the server is well: it goes on after the %d of %d bytes there are"
                                .formatted(kept, archive.bytes())
                        : "start again when the network or the server is well, or get the file elsewhere and put it there");
    }

    private void requireArchive(ArchiveSource archive, Path file) {
        String found = sha256(archive, file);
        if (!found.equals(archive.sha256())) {
            throw new StorageException(
                    file.toString(),
                    "is not the archive: its SHA-256 is %s, expected %s".formatted(found, archive.sha256()),
                    "remove it, then start again");
        }
    }

    private void fromAddress(ArchiveSource archive, URI address, PartialFile part)
            throws RefusedAddressException, InterruptedException {
        boolean resumed = part.length() > 0;
        String found = attempt(archive, address, part);
        if (resumed && !found.equals(archive.sha256())) {
            // The pieces may be of different files: once more, from this address alone.
            listener.noted(archive.file() + ": its SHA-256 is " + found + ", starting over");
            part.restart();
            found = attempt(archive, address, part);
        }
        if (!found.equals(archive.sha256())) {
            part.restart();
            throw new RefusedAddressException(
                    "the SHA-256 of what it sends is %s, expected %s".formatted(found, archive.sha256()));
        }
    }

    private String attempt(ArchiveSource archive, URI address, PartialFile part)
            throws RefusedAddressException, InterruptedException {
        listener.began("download " + archive.file(), part.length(), archive.bytes());
        new AddressDownload(client, policy, listener, archive, address).into(part);
        return sha256(archive, part.path());
    }

    private String sha256(ArchiveSource archive, Path file) {
        listener.began("check " + archive.file(), 0, archive.bytes());
        try {
            return Sha256.of(file, listener::advanced);
        } finally {
            listener.ended();
        }
    }
}
