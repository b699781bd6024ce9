package io.ssdlab.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.core.experiment.Components;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.report.page.TestPictures;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.data.AnnotatedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the test splits that runs name in their resolved configurations, each once however many runs were tested on it. Thread-safe.
 */
final class StoredTestPictures implements TestPictures {

    private static final String REMEDY = "name the folder of data sets: --set data=DIR, or SSDLAB_DATA";

    private final Laboratory laboratory;
    private final ResultsFolder results;
    private final DataFolderSetting data;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Split> splits = new ConcurrentHashMap<>();

    StoredTestPictures(Laboratory laboratory, ResultsFolder results, DataFolderSetting data) {
        this.laboratory = laboratory;
        this.results = results;
        this.data = data;
    }

    @Override
    public Split of(FinishedRun run) {
        try {
            JsonNode config = json.readTree(run.configFile().toFile());
            String folder = config.path("data").asText("");
            JsonNode split = config.path("dataset").path("test");
            return splits.computeIfAbsent(folder + "\n" + split, read -> read(run, folder, split));
        } catch (IOException e) {
            return Split.missing(new Problem(run.configFile().getFileName().toString(), "cannot be read", REMEDY));
        }
    }

    private Split read(FinishedRun run, String folder, JsonNode split) {
        try {
            Experiment experiment = laboratory
                    .load(run.configFile().toString(), overrides(folder, split))
                    .base();
            Map<String, AnnotatedImage> images = new LinkedHashMap<>();
            Components.of(laboratory.plugins(), experiment, results.data())
                    .testDataset()
                    .read()
                    .images()
                    .forEach(image -> images.put(image.id(), image));
            return new Split(images, Optional.empty());
        } catch (InvalidInputException e) {
            Problem first = e.problems().get(0);
            return Split.missing(new Problem(first.where(), first.what(), REMEDY));
        } catch (UncheckedIOException e) {
            return Split.missing(new Problem("the test split", "cannot be read: " + e.getMessage(), REMEDY));
        }
    }

    /** Settings that name something in the run's data folder, moved to where that is now. */
    private List<String> overrides(String folder, JsonNode split) {
        List<String> overrides = new ArrayList<>();
        if (!folder.isEmpty()) {
            data.instead(Path.of(folder))
                    .ifPresent(now -> move("dataset.test", split, Path.of(folder), now, overrides));
        }
        return overrides;
    }

    private void move(String key, JsonNode value, Path from, Path to, List<String> overrides) {
        if (value.isTextual() && isBelow(value.textValue(), from)) {
            Path moved = to.resolve(from.relativize(Path.of(value.textValue())).toString());
            overrides.add(key + "=" + quoted(moved));
        } else if (value.isObject()) {
            value.properties()
                    .forEach(entry -> move(key + "." + entry.getKey(), entry.getValue(), from, to, overrides));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                move(key + "." + i, value.get(i), from, to, overrides);
            }
        }
    }

    private static boolean isBelow(String text, Path folder) {
        return text.startsWith("/") && Path.of(text).normalize().startsWith(folder.normalize());
    }

    private String quoted(Path path) {
        try {
            return json.writeValueAsString(path.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text is always JSON", e);
        }
    }
}
