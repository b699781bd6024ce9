package io.ssdlab.core.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.spi.evaluation.Scores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scores of runs: {@code scores/METRIC-ID.json} in a run's folder, a file for each {@link MetricIdentity}. They are
 * made from the run's stored detections, so that a file which is missing or damaged costs seconds and no training; each
 * holds the CRC-32C of its own content, for a table may read thousands of them. Thread-safe, also between processes.
 */
final class ScoreFiles {

    static final String FOLDER = "scores";
    private static final Logger LOG = LoggerFactory.getLogger(ScoreFiles.class);
    private static final String BEFORE_SUM = "{\"crc32c\":\"";
    private static final String AFTER_SUM = "\",\n\"content\":";
    private static final int SUM_DIGITS = 8;
    private static final int CONTENT_STARTS = BEFORE_SUM.length() + SUM_DIGITS + AFTER_SUM.length();
    private static final String END = "}\n";

    private static final String BEFORE_NUMBERS = "\"millionths\":[";
    private static final String AFTER_NUMBERS = "]}}";
    private static final int EXPECTED_RESAMPLES = 1000;

    private final ObjectMapper json = RunFiles.mapper();
    /** The names of the few metrics' files: thousands of runs have one each. */
    private final Map<MetricIdentity, String> names = new ConcurrentHashMap<>();

    /** What the files hold; their last array, by far the most of them, is read and written apart. */
    private record Content(MetricIdentity metric, Scores scores, Resampled resampled) {

        private record Resampled(String images, List<Long> millionths) {}
    }

    void write(Path run, MetricScores scores) {
        byte[] text = text(scores).getBytes(StandardCharsets.UTF_8);
        String head = BEFORE_SUM + sum(text, 0, text.length) + AFTER_SUM;
        new AtomicFile(file(run, scores.metric())).write(out -> {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(text);
            out.write(END.getBytes(StandardCharsets.UTF_8));
        });
    }

    private String text(MetricScores scores) {
        ResampledScore resampled = scores.resampled();
        Content content =
                new Content(scores.metric(), scores.scores(), new Content.Resampled(resampled.images(), List.of()));
        try {
            String text = json.writeValueAsString(content);
            return text.substring(0, text.length() - AFTER_NUMBERS.length())
                    + IntStream.range(0, resampled.size())
                            .mapToLong(resampled::millionthsAt)
                            .mapToObj(value -> value == ResampledScore.UNDEFINED ? "null" : Long.toString(value))
                            .collect(Collectors.joining(","))
                    + AFTER_NUMBERS;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("scores cannot be written as JSON", e);
        }
    }

    private static String sum(byte[] bytes, int offset, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, offset, length);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** What is stored of a metric; empty if nothing is, or, with a warning, if it is damaged. */
    Optional<MetricScores> read(Path run, MetricIdentity metric) {
        return read(file(run, metric)).filter(scores -> scores.metric().equals(metric));
    }

    /** What is stored of all metrics, by file name; damaged files are left out with a warning. */
    List<MetricScores> readAll(Path run) {
        return files(run).stream().flatMap(file -> read(file).stream()).toList();
    }

    /** Whether each file holds what was written, by its path in the run's folder. */
    Map<String, Boolean> wholeness(Path run) {
        Map<String, Boolean> whole = new TreeMap<>();
        files(run)
                .forEach(file ->
                        whole.put(FOLDER + "/" + file.getFileName(), read(file).isPresent()));
        return whole;
    }

    private static List<Path> files(Path run) {
        Path folder = run.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StorageException.reading(folder, e);
        }
    }

    private Optional<MetricScores> read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
        int length = bytes.length - CONTENT_STARTS - END.length();
        if (length > 0) {
            String expected = new String(bytes, BEFORE_SUM.length(), SUM_DIGITS, StandardCharsets.UTF_8);
            if (sum(bytes, CONTENT_STARTS, length).equals(expected)) {
                return parse(file, bytes, length);
            }
        }
        LOG.warn("{} is damaged: it is made anew from the run's detections", file);
        return Optional.empty();
    }

    /** Empty if it is not as this version writes it: then it is made anew. */
    private Optional<MetricScores> parse(Path file, byte[] bytes, int length) {
        int numbers = CONTENT_STARTS + length;
        while (numbers > CONTENT_STARTS && bytes[numbers - 1] != '[') {
            numbers--;
        }
        String head = new String(bytes, CONTENT_STARTS, numbers - CONTENT_STARTS, StandardCharsets.UTF_8);
        if (!head.endsWith(BEFORE_NUMBERS)) {
            return Optional.empty();
        }
        try {
            Content content = json.readValue(head + AFTER_NUMBERS, Content.class);
            return NumberArray.parse(bytes, numbers, EXPECTED_RESAMPLES, ResampledScore.UNDEFINED)
                    .map(millionths -> new MetricScores(
                            content.metric(),
                            content.scores(),
                            ResampledScore.ofMillionths(content.resampled().images(), millionths)));
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
    }

    private Path file(Path run, MetricIdentity metric) {
        String name = names.computeIfAbsent(
                metric, named -> RunName.pathElement(named.name()) + "-" + named.shortId() + ".json");
        return run.resolve(FOLDER).resolve(name);
    }
}
