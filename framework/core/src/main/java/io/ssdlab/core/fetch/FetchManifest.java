package io.ssdlab.core.fetch;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ssdlab.core.store.AtomicFile;
import io.ssdlab.core.store.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What was fetched, as noted beside the downloads.
 *
 * @param name of the data set
 * @param folder its folder within the data folder
 * @param files how many the folder got
 * @param archives what they came from
 * @param fetched when, in UTC
 */
record FetchManifest(String name, String folder, long files, List<Archive> archives, String fetched) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    FetchManifest {
        archives = List.copyOf(archives);
    }

    /** An archive whose checksum held. */
    record Archive(String file, long bytes, String sha256) {

        static Archive of(ArchiveSource source) {
            return new Archive(source.file(), source.bytes(), source.sha256());
        }
    }

    static List<Archive> archivesOf(FetchableDataset dataset) {
        return dataset.archives().stream().map(Archive::of).toList();
    }

    /** Empty if there is none, or none that can be understood: then nothing counts as fetched. */
    static Optional<FetchManifest> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.ofNullable(JSON.readValue(in, FetchManifest.class));
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
    }

    void write(Path file) {
        new AtomicFile(file).write(out -> {
            JSON.writeValue(out, this);
            out.write('\n');
        });
    }
}
