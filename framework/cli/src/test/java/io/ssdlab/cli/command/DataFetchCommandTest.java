package io.ssdlab.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import com.sun.net.httpserver.HttpServer;
import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.core.fetch.DownloadPolicy;
import io.ssdlab.core.fetch.FetchCatalogue;
import io.ssdlab.core.store.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Fetching and listing with a catalogue of one toy data set, from a server of this test. */
class DataFetchCommandTest {

    private final Path lab = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private HttpServer server;
    private FetchCatalogue catalogue;

    @BeforeEach
    void serve() throws IOException {
        byte[] archive = archive();
        Path copy = Files.write(lab.resolve("toy.tar"), archive);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/toy.tar", request -> {
            request.sendResponseHeaders(200, archive.length);
            request.getResponseBody().write(archive);
            request.close();
        });
        server.start();
        catalogue = FetchCatalogue.read("test", """
                datasets:
                  - name: toy
                    title: Toys of one class
                    folder: VOCdevkit/TOY
                    page: http://toys.example/
                    terms: Play nicely.
                    archives:
                      - {file: toy.tar, bytes: %d, sha256: %s, urls: ["http://127.0.0.1:%d/toy.tar"]}
                """.formatted(
                archive.length, Sha256.of(copy, done -> {}), server.getAddress().getPort()));
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry("VOCdevkit/TOY/bear.txt");
            entry.setSize(4);
            tar.putArchiveEntry(entry);
            tar.write("grrr".getBytes(StandardCharsets.UTF_8));
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void fetchesOnceAndTellsTheTermsAndThePlace() throws IOException {
        assertThat(fetch(Map.of(), "toy", "--to", "data")).isEqualTo(0);

        assertThat(Files.readString(lab.resolve("data/VOCdevkit/TOY/bear.txt"))).isEqualTo("grrr");
        assertThat(text(out)).isEqualTo("toy: fetched, now in data/VOCdevkit/TOY\n");
        assertThat(text(err))
                .startsWith("toy: Play nicely.\n")
                .contains("  download toy.tar, MB 1 of 1", "  check toy.tar, MB 1 of 1", "  unpack toy.tar, MB 1 of 1");

        out.reset();
        server.stop(0);
        assertThat(fetch(Map.of("SSDLAB_DATA", "/lab/data"), "toy")).isEqualTo(0);
        assertThat(text(out)).isEqualTo("toy: was there already, in data/VOCdevkit/TOY\n");
    }

    @Test
    void listTellsWhatThereIsAndWhetherItIsHere() throws IOException {
        assertThat(list(Map.of())).isEqualTo(0);
        assertThat(text(out))
                .startsWith("toy  Toys of one class\n  size    0 MB\n  source  http://toys.example/\n")
                .contains("  terms   Play nicely.\n")
                .contains("  here    unknown: neither --to nor SSDLAB_DATA names a data folder\n");

        out.reset();
        list(Map.of("SSDLAB_DATA", "data"));
        assertThat(text(out)).contains("  here    no\n");

        fetch(Map.of(), "toy", "--to", "data");
        out.reset();
        list(Map.of(), "--to", "data");
        assertThat(text(out)).contains("  here    yes, data/VOCdevkit/TOY\n");

        out.reset();
        list(Map.of(), "--to", "data", "--json");
        JsonNode json = new ObjectMapper().readTree(text(out));
        assertThat(json.path(0).path("presence").asText()).isEqualTo("fetched");
        assertThat(json.path(0).path("archives").path(0).path("file").asText()).isEqualTo("toy.tar");
    }

    private int fetch(Map<String, String> variables, String... arguments) {
        return new CommandLine(new DataFetchCommand(environment(variables), () -> catalogue, DownloadPolicy.STANDARD))
                .execute(arguments);
    }

    private int list(Map<String, String> variables, String... arguments) {
        return new CommandLine(new DataListCommand(environment(variables), () -> catalogue)).execute(arguments);
    }

    private CliEnvironment environment(Map<String, String> variables) {
        return new CliEnvironment(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                lab,
                variables,
                lab,
                lab,
                OptionalInt.empty(),
                false);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
