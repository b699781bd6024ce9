package io.ssdlab.cli.command;

import io.ssdlab.core.fidelity.FidelityNote;
import io.ssdlab.core.store.MetricScores;
import io.ssdlab.core.store.RunDescription;
import io.ssdlab.core.store.RunDetails;
import io.ssdlab.core.store.RunIdentity;
import io.ssdlab.core.store.RunOutcome;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.RunSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that is stored of a run, for people and for machines. */
record RunText(RunDetails run) {

    String render() {
        StringBuilder text = new StringBuilder();
        RunSummary summary = run.summary();
        line(text, "directory", summary.directory());
        line(text, "state", String.join("; ", state()));
        line(text, "run", summary.experiment() + ", row " + summary.row() + ", seed " + summary.seed());
        line(text, "iterations", summary.iteration() + " of " + summary.iterations());
        line(text, "when", summary.when());
        section(text, "identity", identity());
        section(text, "outcome", outcome());
        run.scores()
                .forEach(scores ->
                        section(text, "scores under " + scores.metric().name(), scores(scores)));
        section(text, "fidelity", fidelity());
        section(text, "environment", run.environment().facts());
        section(text, "settings", settings());
        text.append("\nfiles, ").append(Bytes.text(summary.bytes())).append('\n');
        TextColumns files = new TextColumns("  file", "size", "checksum");
        run.files().forEach(file -> files.line("  " + file.name(), Bytes.text(file.bytes()), file.state()));
        return text.append(files.render()).toString();
    }

    /** The same by keys. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("summary", run.summary());
        values.put("identity", orEmpty(run.folder().identity()));
        values.put("outcome", orEmpty(run.folder().record().map(RunRecord::outcome)));
        values.put("scores", run.scores().stream().map(RunText::asMap).toList());
        values.put("fidelity", orEmpty(run.fidelity()));
        values.put("environment", run.environment().facts());
        values.put("settings", settings());
        values.put("files", run.files());
        return values;
    }

    private static Object orEmpty(Optional<?> value) {
        return value.isPresent() ? value.get() : Map.of();
    }

    private static Map<String, Object> asMap(MetricScores scores) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("metric", scores.metric());
        values.put("value", scores.scores().value());
        values.put("perClass", scores.scores().perClass());
        values.put("details", scores.scores().details());
        values.put("resamples", scores.resampled().size());
        return values;
    }

    private List<String> state() {
        List<String> state = new ArrayList<>(List.of(run.summary().state()));
        state.addAll(run.summary().faults());
        return state;
    }

    private Map<String, String> identity() {
        Map<String, String> facts = new LinkedHashMap<>();
        if (run.folder().identity().isPresent()) {
            RunIdentity identity = run.folder().identity().get();
            facts.put("id", identity.id());
            facts.put("config", identity.configHash());
            facts.put("data", identity.dataFingerprint());
            facts.put("engine", identity.engine());
            identity.versions().forEach((name, version) -> facts.put("version of " + name, version));
        }
        return facts;
    }

    private Map<String, String> outcome() {
        Map<String, String> facts = new LinkedHashMap<>();
        if (run.folder().record().isPresent()) {
            RunOutcome outcome = run.folder().record().get().outcome();
            facts.put("boxes", Integer.toString(outcome.boxes()));
            facts.put("parameters", Long.toString(outcome.parameters()));
            facts.put("images/s", Numbers.text(outcome.inference().imagesPerSecond()));
            outcome.seconds().forEach((stage, seconds) -> facts.put(stage, Numbers.text(seconds) + " s"));
        }
        return facts;
    }

    private static Map<String, String> scores(MetricScores scores) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("value", Numbers.text(scores.scores().value()));
        scores.scores().details().forEach((name, value) -> facts.put(name, Numbers.text(value)));
        scores.scores().perClass().forEach((name, value) -> facts.put(name, Numbers.text(value)));
        facts.put("version of " + scores.metric().plugin(), scores.metric().version());
        return facts;
    }

    private Map<String, String> fidelity() {
        Map<String, String> facts = new LinkedHashMap<>();
        run.fidelity().filter(FidelityNote::namesRecipe).ifPresent(note -> {
            facts.put("recipe", note.summary());
            note.differences()
                    .forEach(difference -> facts.put(
                            difference.key(),
                            "%s, published: %s".formatted(difference.value(), difference.published())));
        });
        return facts;
    }

    private SortedMap<String, String> settings() {
        return run.folder().description().map(RunDescription::settings).orElseGet(TreeMap::new);
    }

    private static void section(StringBuilder text, String title, Map<String, String> facts) {
        if (!facts.isEmpty()) {
            text.append('\n').append(title).append('\n');
            facts.forEach((name, value) -> line(text, "  " + name, value));
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("%-32s %s\n".formatted(name, value));
    }
}
