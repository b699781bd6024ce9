package io.ssdlab.cli.command;

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
import java.util.LinkedHashMap;
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
    private final MovedData moved;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Split> splits = new ConcurrentHashMap<>();

    StoredTestPictures(Laboratory laboratory, ResultsFolder results, DataFolderSetting data) {
        this.laboratory = laboratory;
        this.results = results;
        this.moved = new MovedData(data);
    }

    @Override
    public Split of(FinishedRun run) {
        try {
            JsonNode config = json.readTree(run.configFile().toFile());
            String folder = config.path("data").asText("");
            JsonNode split = config.path("dataset").path("test");
            return splits.computeIfAbsent(folder + "\n" + split, read -> read(run, config));
        } catch (IOException e) {
            return Split.missing(new Problem(run.configFile().getFileName().toString(), "cannot be read", REMEDY));
        }
    }

    private Split read(FinishedRun run, JsonNode config) {
        try {
            Experiment experiment = laboratory
                    .load(run.configFile().toString(), moved.overrides(config, "test"))
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
            return Split.missing(new Problem(
                    first.where().replace(run.folder() + "/", ""),
                    first.what(),
                    first.remedy().isBlank() ? REMEDY : first.remedy() + "; or " + REMEDY));
        } catch (UncheckedIOException e) {
            return Split.missing(new Problem("the test split", "cannot be read: " + e.getMessage(), REMEDY));
        }
    }
}
