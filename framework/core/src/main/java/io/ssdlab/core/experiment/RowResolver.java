package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.LayerCombiner;
import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.config.Origin;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.config.ResolvedValue;
import io.ssdlab.core.experiment.ExperimentResolver.Resolved;
import io.ssdlab.core.experiment.TableDraft.DraftCell;
import io.ssdlab.core.experiment.TableDraft.DraftRow;
import io.ssdlab.spi.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Resolves the rows of a table: overrides over the row's change over those of its factors' values over the file. For one
 * load; the rows side by side.
 */
final class RowResolver {

    private final List<ConfigNode> overrides;
    private final ConfigNode file;
    private final ExperimentResolver resolver;
    private final RecipeCheck recipes;
    private final Problems problems;
    private final List<Problem> ofFile;
    private final LayerCombiner combiner = new LayerCombiner();
    private final RowNames names = new RowNames();

    /**
     * @param overrides the topmost first
     * @param problems with those of the file without rows
     */
    RowResolver(
            List<ConfigNode> overrides,
            ConfigNode file,
            ExperimentResolver resolver,
            RecipeCheck recipes,
            Problems problems) {
        this.overrides = List.copyOf(overrides);
        this.file = file;
        this.resolver = resolver;
        this.recipes = recipes;
        this.problems = problems;
        this.ofFile = problems.list();
    }

    /** A row as its file gives it and as it was resolved. */
    record ResolvedRow(DraftRow draft, Row row) {}

    private record NamedRow(String name, DraftRow draft) {}

    /** Whether there is a row that a factor changes. */
    private record Effect(DraftFactor.Ticked factor, boolean changes) {}

    /** What came of a row by itself: empty if it is not sound. */
    private record Tried(DraftRow draft, Optional<Row> row, List<Problem> problems) {}

    /** All rows to run that are sound; of the others, what is wrong is told as far as they go. */
    List<ResolvedRow> resolve(TableDraft draft) {
        List<ResolvedRow> rows = new ArrayList<>();
        Map<String, Origin> seen = new HashMap<>();
        Map<String, Effect> effects = new LinkedHashMap<>();
        for (Tried tried : tryAll(draft)) {
            DraftRow row = tried.draft();
            problems.addAll(tried.problems());
            if (tried.row().isEmpty()) {
                continue;
            }
            Row sound = tried.row().get();
            rows.add(new ResolvedRow(row, sound));
            requireOwnSettings(draft, row, sound.explanation());
            String content = ConfigIdentity.withPaths(sound.experiment());
            Origin twin = seen.putIfAbsent(content, row.where());
            if (twin != null) {
                problems.add(
                        row.where(),
                        "this row is the same experiment as the row at " + twin,
                        "let its values or its change differ, or remove it");
            }
            // One row in which it changes something is enough: each look resolves the row once more.
            applied(draft, row)
                    .forEach(factor -> effects.compute(
                            factor.factor().key(),
                            (key, effect) -> effect != null && effect.changes()
                                    ? effect
                                    : new Effect(factor, changes(factor, row, content))));
        }
        effects.values().stream()
                .filter(effect -> !effect.changes())
                .forEach(effect -> problems.add(
                        effect.factor().where(),
                        "the variant " + effect.factor().variant().name() + " changes nothing in this experiment",
                        "take another variant, or mend what it sets"));
        if (rows.size() == draft.rows().stream().filter(row -> !row.cited()).count()) {
            requireKnownKeys(draft, rows);
        }
        return rows;
    }

    private List<Tried> tryAll(TableDraft draft) {
        // A name depends on those before it.
        List<NamedRow> named = draft.rows().stream()
                .filter(row -> !row.cited())
                .map(row -> new NamedRow(
                        names.name(row.label(), row.values(), draft.head().across()), row))
                .toList();
        return named.parallelStream().map(row -> tried(row.name(), row.draft())).toList();
    }

    private Tried tried(String name, DraftRow row) {
        Problems own = new Problems();
        ConfigNode tree = tree(row, row.cells());
        Optional<Row> sound =
                resolve(tree, own).filter(resolved -> row.sound()).map(resolved -> row(name, row, tree, resolved, own));
        return new Tried(row, sound, own.list());
    }

    /** Tells of keys that a factor covers and that no row has. */
    private void requireKnownKeys(TableDraft draft, List<ResolvedRow> rows) {
        Set<String> known = new TreeSet<>();
        rows.stream()
                .flatMap(row -> row.row().explanation().values().stream())
                .flatMap(value -> sections(value.key()))
                .forEach(known::add);
        for (DraftFactor factor : draft.factors()) {
            factor.covers().stream().filter(key -> !known.contains(key)).forEach(key -> {
                List<String> nearest = new NearestNames(known).to(key);
                problems.add(
                        factor.where(),
                        "the factor %s covers %s, which is no setting of any row"
                                .formatted(factor.factor().key(), key),
                        nearest.isEmpty()
                                ? "expected keys such as training.batch; ssdlab explain prints all"
                                : "did you mean " + String.join(" or ", nearest) + "?");
            });
        }
    }

    /** A key and the sections that it stands in. */
    private static Stream<String> sections(String key) {
        return Stream.iterate(
                key,
                section -> !section.isEmpty(),
                section -> section.substring(0, Math.max(0, section.lastIndexOf('.'))));
    }

    private Optional<Resolved> resolve(ConfigNode tree, Problems ofRow) {
        Problems own = new Problems();
        Optional<Resolved> resolved = resolver.resolve(tree, own);
        // What is wrong with a map of the file as a whole would be told once more at the row's map over it.
        Set<String> told = ofFile.stream().map(Problem::what).collect(Collectors.toSet());
        Set<String> maps = maps(tree).map(map -> map.keyOrigin().toString()).collect(Collectors.toSet());
        own.list().stream()
                .filter(problem -> !(told.contains(problem.what()) && maps.contains(problem.where())))
                .forEach(ofRow::add);
        return resolved;
    }

    private static Stream<ConfigNode> maps(ConfigNode node) {
        Stream<ConfigNode> below = node.children().stream().flatMap(RowResolver::maps);
        return node.isMap() ? Stream.concat(Stream.of(node), below) : below;
    }

    /** Tells of settings that a row gives as a factor's value and that something else then sets otherwise. */
    private void requireOwnSettings(TableDraft draft, DraftRow row, Explanation explanation) {
        for (DraftFactor factor : draft.factors()) {
            if (factor instanceof DraftFactor.OfSetting setting) {
                Origin given = row.cells()
                        .get(factor.factor().key())
                        .change()
                        .flatMap(change -> change.find(setting.key()))
                        .orElseThrow()
                        .origin();
                explanation.values().stream()
                        .filter(value -> value.key().equals(setting.key()))
                        .map(ResolvedValue::origin)
                        .filter(origin ->
                                !origin.equals(given.toString()) && !origin.equals(Origin.COMMAND_LINE.toString()))
                        .forEach(origin -> problems.add(
                                given,
                                "%s of this row is set again at %s".formatted(setting.key(), origin),
                                "put the factor %s behind the one that sets it, or take it out of the row's change"
                                        .formatted(factor.factor().key())));
            }
        }
    }

    /** The factors whose variant is applied to a row. */
    private static Stream<DraftFactor.Ticked> applied(TableDraft draft, DraftRow row) {
        return draft.factors().stream()
                .filter(DraftFactor.Ticked.class::isInstance)
                .map(DraftFactor.Ticked.class::cast)
                .filter(factor -> Optional.ofNullable(
                                row.cells().get(factor.factor().key()))
                        .flatMap(DraftCell::change)
                        .isPresent());
    }

    private ConfigNode tree(DraftRow row, Map<String, DraftCell> cells) {
        List<ConfigNode> values = new ArrayList<>(
                cells.values().stream().flatMap(cell -> cell.change().stream()).toList());
        Collections.reverse(values);
        return combiner.combine(Stream.of(overrides.stream(), row.change().stream(), values.stream(), Stream.of(file))
                .flatMap(layers -> layers)
                .toList());
    }

    /** Whether a row would be another experiment without a factor's variant. */
    private boolean changes(DraftFactor factor, DraftRow row, String content) {
        Map<String, DraftCell> others = new LinkedHashMap<>(row.cells());
        others.remove(factor.factor().key());
        // Without this variant another may no longer fit; then it certainly changes something.
        return resolver.resolve(tree(row, others), new Problems())
                .map(without -> !ConfigIdentity.withPaths(without.experiment()).equals(content))
                .orElse(true);
    }

    private Row row(String name, DraftRow row, ConfigNode tree, Resolved resolved, Problems ofRow) {
        return new Row(
                name,
                row.label(),
                row.values(),
                row.published(),
                row.reference(),
                resolved.experiment(),
                resolved.explanation(),
                recipes.note(tree, resolved.experiment(), ofRow));
    }

    /** The only row of a file without a table. */
    Row only(ConfigNode tree, Resolved base) {
        String name = names.name(base.experiment().name(), Map.of(), Optional.empty());
        return new Row(
                name,
                "",
                Map.of(),
                Map.of(),
                false,
                base.experiment(),
                base.explanation(),
                recipes.note(tree, base.experiment(), problems));
    }
}
