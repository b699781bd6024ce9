package io.ssdlab.core.store;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scores of runs: {@code scores/METRIC-ID.json} in a run's folder, a file for each {@link MetricIdentity}. They are
 * made from the run's stored detections, so that a file which is missing or damaged costs seconds and no training; each
 * holds the SHA-256 of its own content. Thread-safe, also between processes.
 */
final class ScoreFiles {

    static final String FOLDER = "scores";
    private static final Logger LOG = LoggerFactory.getLogger(ScoreFiles.class);
    private static final String BEFORE_SHA = "{\"sha256\":\"";
    private static final String AFTER_SHA = "\",\n\"content\":";
    private static final int SHA_DIGITS = 64;
    private static final int CONTENT_STARTS = BEFORE_SHA.length() + SHA_DIGITS + AFTER_SHA.length();
    private static final String END = "}\n";

    private final ObjectMapper json = RunFiles.mapper();

    void write(Path run, MetricScores scores) {
        ObjectNode content = json.createObjectNode();
        content.set("metric", json.valueToTree(scores.metric()));
        content.set("scores", json.valueToTree(scores.scores()));
        ObjectNode resampled = content.putObject("resampled");
        resampled.put("images", scores.resampled().images());
        ArrayNode values = resampled.putArray("values");
        for (int i = 0; i < scores.resampled().size(); i++) {
            double value = scores.resampled().at(i);
            if (Double.isNaN(value)) {
                values.addNull();
            } else {
                values.add(value);
            }
        }
        byte[] text = content.toString().getBytes(StandardCharsets.UTF_8);
        String head = BEFORE_SHA + new Sha256().add(text, 0, text.length).hex() + AFTER_SHA;
        new AtomicFile(file(run, scores.metric())).write(out -> {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(text);
            out.write(END.getBytes(StandardCharsets.UTF_8));
        });
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
            String sha = new String(bytes, BEFORE_SHA.length(), SHA_DIGITS, StandardCharsets.UTF_8);
            if (new Sha256().add(bytes, CONTENT_STARTS, length).hex().equals(sha)) {
                return Optional.of(parse(file, bytes, length));
            }
        }
        LOG.warn("{} is damaged: it is made anew from the run's detections", file);
        return Optional.empty();
    }

    private MetricScores parse(Path file, byte[] bytes, int length) {
        try {
            JsonNode content = json.readTree(bytes, CONTENT_STARTS, length);
            JsonNode resampled = content.get("resampled");
            JsonNode values = resampled.get("values");
            double[] numbers = new double[values.size()];
            Arrays.setAll(
                    numbers,
                    i -> values.get(i).isNull() ? Double.NaN : values.get(i).doubleValue());
            return new MetricScores(
                    json.treeToValue(content.get("metric"), MetricIdentity.class),
                    json.treeToValue(content.get("scores"), Scores.class),
                    new ResampledScore(resampled.get("images").textValue(), numbers));
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
    }

    private static Path file(Path run, MetricIdentity metric) {
        return run.resolve(FOLDER).resolve(RunName.pathElement(metric.name()) + "-" + metric.shortId() + ".json");
    }
}
