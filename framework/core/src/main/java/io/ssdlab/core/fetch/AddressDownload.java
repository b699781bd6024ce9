package io.ssdlab.core.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gets an archive from one address, going on after what there is of it. A checksum over the whole tells later whether the
 * pieces belong together, so no piece need be known by its entity tag; a file of another length is found out at once.
 */
final class AddressDownload {

    /** A failure after so many new bytes is not counted with those before it. */
    private static final long PROGRESS_BYTES = 1 << 20;

    /** How often to try a host that never answered: without a network, no patience helps. */
    private static final int UNANSWERED_ATTEMPTS = 3;

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

    private final HttpClient client;
    private final DownloadPolicy policy;
    private final FetchListener listener;
    private final ArchiveSource archive;
    private final URI address;
    private boolean ranges = true;
    private boolean answered;

    AddressDownload(
            HttpClient client, DownloadPolicy policy, FetchListener listener, ArchiveSource archive, URI address) {
        this.client = client;
        this.policy = policy;
        this.listener = listener;
        this.archive = archive;
        this.address = address;
    }

    /**
     * Appends until {@code part} has the archive's length.
     *
     * @throws RefusedAddressException if this address will not do; {@code part} may have grown all the same
     * @throws io.ssdlab.core.store.StorageException if {@code part} cannot be written
     */
    void into(PartialFile part) throws RefusedAddressException, InterruptedException {
        int failures = 0;
        while (part.length() < archive.bytes()) {
            long before = part.length();
            try {
                attempt(part);
            } catch (IOException e) {
                failures = part.length() - before >= PROGRESS_BYTES ? 1 : failures + 1;
                if (failures >= (answered ? policy.attempts() : Math.min(UNANSWERED_ATTEMPTS, policy.attempts()))) {
                    throw new RefusedAddressException(reason(e) + " (attempt " + failures + ", the last)");
                }
                Duration pause = policy.pauseAfter(failures);
                listener.noted(String.format(
                        Locale.ROOT,
                        "%s: %s; trying again in %.0f s",
                        address.getHost(),
                        reason(e),
                        Math.ceil(pause.toMillis() / 1e3)));
                Thread.sleep(pause.toMillis());
            }
        }
    }

    /** The client says by a class alone that it did not get through. */
    private static String reason(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "the host is not known";
            }
        }
        if (failure instanceof ConnectException) {
            return "there is no connection";
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private void attempt(PartialFile part) throws IOException, InterruptedException, RefusedAddressException {
        long from = ranges ? part.length() : 0;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(policy.silence()).header("User-Agent", "ssdlab");
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
        answered = true;
        try (InputStream body = response.body();
                StallGuard guard = new StallGuard(body, policy.silence())) {
            int status = response.statusCode();
            if (status == OK) {
                requireLength(response.headers().firstValueAsLong("Content-Length"));
                part.restart();
            } else if (status == PARTIAL && from > 0) {
                requireRange(response.headers().firstValue("Content-Range").orElse(""), from);
            } else {
                throw failure(response, from);
            }
            copy(guard, part);
        }
    }

    private IOException failure(HttpResponse<?> response, long from) throws RefusedAddressException {
        int status = response.statusCode();
        String answer = "the server answers " + status;
        if (status == RANGE_NOT_SATISFIABLE && from > 0) {
            ranges = false;
        } else if (!PASSING.contains(status) && status < 500) {
            String towards = response.headers()
                    .firstValue("Location")
                    .map(location -> " towards " + location)
                    .orElse("");
            throw new RefusedAddressException(answer + towards);
        }
        return new IOException(answer);
    }

    private void requireLength(OptionalLong length) throws RefusedAddressException {
        if (length.isPresent() && length.getAsLong() != archive.bytes()) {
            throw otherLength(length.getAsLong());
        }
    }

    private void requireRange(String range, long from) throws IOException, RefusedAddressException {
        Matcher matcher = CONTENT_RANGE.matcher(range);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) != from) {
            ranges = false;
            throw new IOException("the server sends another part of the file than it was asked for");
        }
        if (!matcher.group(2).equals("*") && Long.parseLong(matcher.group(2)) != archive.bytes()) {
            throw otherLength(Long.parseLong(matcher.group(2)));
        }
    }

    private RefusedAddressException otherLength(long found) {
        return new RefusedAddressException(
                "the file there has %d bytes, expected %d".formatted(found, archive.bytes()));
    }

    private void copy(StallGuard body, PartialFile part) throws IOException, RefusedAddressException {
        byte[] buffer = new byte[1 << 16];
        for (int read = read(body, buffer, part); read >= 0; read = read(body, buffer, part)) {
            if (part.length() + read > archive.bytes()) {
                part.restart();
                throw new RefusedAddressException(
                        "the server sends more than the %d bytes expected".formatted(archive.bytes()));
            }
            part.append(buffer, read);
            listener.advanced(part.length());
        }
        if (part.length() < archive.bytes()) {
            throw new IOException("the answer ends after %d of %d bytes".formatted(part.length(), archive.bytes()));
        }
    }

    private int read(StallGuard body, byte[] buffer, PartialFile part) throws IOException {
        try {
            return body.read(buffer);
        } catch (StallGuard.SilenceException e) {
            throw e;
        } catch (IOException e) {
            // The client says "closed" or how it counts.
            throw new IOException(
                    "the connection broke after %d of %d bytes".formatted(part.length(), archive.bytes()), e);
        }
    }
}
