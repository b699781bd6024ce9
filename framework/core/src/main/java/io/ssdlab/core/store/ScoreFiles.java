package io.ssdlab.core.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ssdlab.spi.evaluation.Scores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    private static final String METRIC = "metric";
    private static final String SCORES = "scores";
    private static final String RESAMPLED = "resampled";
    private static final String IMAGES = "images";
    private static final String MILLIONTHS = "millionths";
    private static final int EXPECTED_RESAMPLES = 1000;
    private static final double MILLION = 1e6;

    private final ObjectMapper json = RunFiles.mapper();

    void write(Path run, MetricScores scores) {
        ObjectNode content = json.createObjectNode();
        content.set(METRIC, json.valueToTree(scores.metric()));
        content.set(SCORES, json.valueToTree(scores.scores()));
        ObjectNode resampled = content.putObject(RESAMPLED);
        resampled.put(IMAGES, scores.resampled().images());
        ArrayNode values = resampled.putArray(MILLIONTHS);
        for (int i = 0; i < scores.resampled().size(); i++) {
            double value = scores.resampled().at(i);
            if (Double.isNaN(value)) {
                values.addNull();
            } else {
                values.add(Math.round(value * MILLION));
            }
        }
        byte[] text = content.toString().getBytes(StandardCharsets.UTF_8);
        String head = BEFORE_SUM + sum(text, 0, text.length) + AFTER_SUM;
        new AtomicFile(file(run, scores.metric())).write(out -> {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(text);
            out.write(END.getBytes(StandardCharsets.UTF_8));
        });
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

    /** Value by value: a store has thousands of these files, with a thousand numbers each. */
    private Optional<MetricScores> parse(Path file, byte[] bytes, int length) {
        try (JsonParser in = json.getFactory().createParser(bytes, CONTENT_STARTS, length)) {
            Optional<MetricIdentity> metric = Optional.empty();
            Optional<Scores> scores = Optional.empty();
            Optional<ResampledScore> resampled = Optional.empty();
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case METRIC -> metric = Optional.of(in.readValueAs(MetricIdentity.class));
                    case SCORES -> scores = Optional.of(in.readValueAs(Scores.class));
                    case RESAMPLED -> resampled = resampled(in);
                    default -> in.skipChildren();
                }
            }
            return metric.isEmpty() || scores.isEmpty() || resampled.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MetricScores(metric.get(), scores.get(), resampled.get()));
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
    }

    /** Empty if the values are not in millionths, as former versions wrote them: then they are made anew. */
    private static Optional<ResampledScore> resampled(JsonParser in) throws IOException {
        String images = "";
        double[] values = new double[EXPECTED_RESAMPLES];
        int count = -1;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            if (name.equals(IMAGES)) {
                images = in.getText();
            } else if (name.equals(MILLIONTHS)) {
                for (count = 0; in.nextToken() != JsonToken.END_ARRAY; count++) {
                    if (count == values.length) {
                        values = Arrays.copyOf(values, 2 * count);
                    }
                    values[count] =
                            in.currentToken() == JsonToken.VALUE_NULL ? Double.NaN : in.getLongValue() / MILLION;
                }
            } else {
                in.skipChildren();
            }
        }
        return count < 0 ? Optional.empty() : Optional.of(new ResampledScore(images, Arrays.copyOf(values, count)));
    }

    private static Path file(Path run, MetricIdentity metric) {
        return run.resolve(FOLDER).resolve(RunName.pathElement(metric.name()) + "-" + metric.shortId() + ".json");
    }
}
