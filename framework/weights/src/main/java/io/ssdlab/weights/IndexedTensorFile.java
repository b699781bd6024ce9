package io.ssdlab.weights;

import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A file whose tensors are all found, to be read one by one. */
final class IndexedTensorFile implements TensorFile {

    /** How many names a message lists. */
    private static final int LISTED = 5;

    private final String format;
    private final Path file;
    private final Map<String, StoredTensor> stored;
    private final Map<String, TensorInfo> infos;
    private final Map<String, String> metadata;
    private final Optional<DataChecksum> checksum;
    private final List<FileBytes> sources;

    /** @param sources closed with this file */
    IndexedTensorFile(
            String format,
            Path file,
            Map<String, StoredTensor> stored,
            Map<String, String> metadata,
            Optional<DataChecksum> checksum,
            List<FileBytes> sources) {
        this.format = format;
        this.file = file;
        this.stored = stored;
        Map<String, TensorInfo> found = new LinkedHashMap<>();
        stored.forEach((name, tensor) -> found.put(name, tensor.info()));
        this.infos = Collections.unmodifiableMap(found);
        this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        this.checksum = checksum;
        this.sources = List.copyOf(sources);
    }

    /** Of a format with neither metadata nor checksum. */
    IndexedTensorFile(String format, Path file, Map<String, StoredTensor> stored, List<FileBytes> sources) {
        this(format, file, stored, Map.of(), Optional.empty(), sources);
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public List<Path> files() {
        return Stream.concat(Stream.of(file), sources.stream().flatMap(source -> source.files().stream()))
                .distinct()
                .toList();
    }

    @Override
    public Map<String, TensorInfo> tensors() {
        return infos;
    }

    @Override
    public Map<String, String> metadata() {
        return metadata;
    }

    @Override
    public float[] read(String name) {
        StoredTensor tensor = stored.get(name);
        if (tensor == null) {
            throw new InvalidInputException(
                    file.toString(), "has no tensor '%s'".formatted(Shown.of(name)), "it has " + someNames());
        }
        try {
            return tensor.read();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private String someNames() {
        List<String> some = new ArrayList<>();
        infos.keySet().stream().limit(LISTED).forEach(some::add);
        String more = infos.size() > LISTED ? " and %d more".formatted(infos.size() - LISTED) : "";
        return String.join(", ", some) + more;
    }

    @Override
    public void verify() {
        if (checksum.isEmpty()) {
            return;
        }
        String actual;
        try {
            actual = checksum.get().actual();
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (!actual.equals(checksum.get().expected())) {
            throw new InvalidInputException(
                    file.toString(),
                    "the data's SHA-256 is %s, the metadata say %s"
                            .formatted(actual, Shown.of(checksum.get().expected())),
                    "the file is damaged: fetch or write it again");
        }
    }

    private InvalidInputException unreadable(IOException cause) {
        return new InvalidInputException(
                file.toString(), "the file cannot be read (" + cause + ")", "was it changed after it was opened?");
    }

    @Override
    public void close() {
        try {
            for (FileBytes source : sources) {
                source.close();
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }
}
