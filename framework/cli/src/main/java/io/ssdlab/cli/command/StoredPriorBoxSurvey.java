package io.ssdlab.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.core.run.ResultsFolder;
import io.ssdlab.core.run.RunCoverage;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.report.page.PriorBoxSurvey;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds the prior boxes that runs name in their resolved configurations against their training splits, each once however many runs
 * have the same. Thread-safe.
 */
final class StoredPriorBoxSurvey implements PriorBoxSurvey {

    private static final String REMEDY = "name the folder of data sets: --set data=DIR, or SSDLAB_DATA";

    private static final String TRAINING_BOXES = "training-boxes.json";

    private final Laboratory laboratory;
    private final RunCoverage coverage;
    private final MovedData moved;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();

    StoredPriorBoxSurvey(Laboratory laboratory, ResultsFolder results, DataFolderSetting data) {
        this.laboratory = laboratory;
        this.coverage = new RunCoverage(laboratory.plugins(), results.data());
        this.moved = new MovedData(data);
    }

    @Override
    public Outcome of(FinishedRun run) {
        try {
            JsonNode config = json.readTree(run.configFile().toFile());
            return outcomes.computeIfAbsent(key(run, config), unknown -> survey(run, config));
        } catch (IOException e) {
            return Outcome.missing(new Problem(run.configFile().getFileName().toString(), "cannot be read", REMEDY));
        }
    }

    /** All that a coverage depends on. */
    private static String key(FinishedRun run, JsonNode config) {
        JsonNode training = config.path("training");
        return String.join(
                "\n",
                config.path("data").toString(),
                config.path("dataset").path("train").toString(),
                config.path("model").toString(),
                training.path("matcher").toString(),
                training.path("use-difficult").toString(),
                run.record().checksums().sha256().getOrDefault(TRAINING_BOXES, ""));
    }

    private Outcome survey(FinishedRun run, JsonNode config) {
        try {
            return Outcome.of(coverage.of(
                    run,
                    laboratory
                            .load(run.configFile().toString(), moved.overrides(config, "train"))
                            .base()));
        } catch (InvalidInputException e) {
            Problem first = e.problems().get(0);
            return Outcome.missing(new Problem(first.where(), first.what(), REMEDY));
        } catch (StorageException e) {
            return Outcome.missing(new Problem(e.where(), e.what(), e.remedy()));
        } catch (UncheckedIOException e) {
            return Outcome.missing(new Problem("the training split", "cannot be read: " + e.getMessage(), REMEDY));
        }
    }
}
