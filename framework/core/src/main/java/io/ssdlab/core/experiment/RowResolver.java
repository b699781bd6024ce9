package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.LayerCombiner;
import io.ssdlab.core.config.Origin;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.experiment.ExperimentResolver.Resolved;
import io.ssdlab.core.experiment.TableDraft.DraftFactor;
import io.ssdlab.core.experiment.TableDraft.DraftRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Resolves the rows of a table: overrides over the row's change over the variants of its ticks over the file. For one
 * load, on one thread.
 */
final class RowResolver {

    private final List<ConfigNode> overrides;
    private final ConfigNode file;
    private final ExperimentResolver resolver;
    private final RecipeCheck recipes;
    private final Problems problems;
    private final LayerCombiner combiner = new LayerCombiner();
    private final RowNames names = new RowNames();

    /** @param overrides the topmost first */
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
    }

    /** All rows that are sound. */
    List<Row> resolve(TableDraft draft) {
        List<Row> rows = new ArrayList<>();
        Map<String, Origin> seen = new HashMap<>();
        Map<DraftFactor, Boolean> effective = new HashMap<>();
        for (DraftRow row : draft.rows()) {
            String name = names.name(row.label(), row.ticks());
            List<DraftFactor> applied = draft.factors().stream()
                    .filter(factor -> factor.appliesTo(row))
                    .toList();
            ConfigNode tree = tree(row, applied);
            Optional<Resolved> resolved = resolver.resolve(tree, problems);
            if (resolved.isEmpty()) {
                continue;
            }
            rows.add(row(name, row, tree, resolved.get()));
            String content = ConfigIdentity.withPaths(resolved.get().experiment());
            Origin twin = seen.putIfAbsent(content, row.where());
            if (twin != null) {
                problems.add(
                        row.where(),
                        "this row is the same experiment as the row at " + twin,
                        "let its ticks or its change differ, or remove it");
            }
            applied.forEach(
                    factor -> effective.merge(factor, changes(factor, row, applied, content), Boolean::logicalOr));
        }
        effective.forEach((factor, changes) -> {
            if (!changes) {
                problems.add(
                        factor.where(),
                        "the variant " + factor.variant().name() + " changes nothing in this experiment",
                        "take another variant, or mend what it sets");
            }
        });
        return rows;
    }

    private ConfigNode tree(DraftRow row, List<DraftFactor> applied) {
        List<ConfigNode> variants = new ArrayList<>(
                applied.stream().map(factor -> factor.variant().change()).toList());
        Collections.reverse(variants);
        return combiner.combine(Stream.of(overrides.stream(), row.change().stream(), variants.stream(), Stream.of(file))
                .flatMap(layers -> layers)
                .toList());
    }

    /** Whether a row would be another experiment without a factor's variant. */
    private boolean changes(DraftFactor factor, DraftRow row, List<DraftFactor> applied, String content) {
        List<DraftFactor> others =
                applied.stream().filter(other -> !other.equals(factor)).toList();
        // Without this variant another may no longer fit; then it certainly changes something.
        return resolver.resolve(tree(row, others), new Problems())
                .map(without -> !ConfigIdentity.withPaths(without.experiment()).equals(content))
                .orElse(true);
    }

    private Row row(String name, DraftRow row, ConfigNode tree, Resolved resolved) {
        return new Row(
                name,
                row.label(),
                row.ticks(),
                row.published(),
                row.reference(),
                row.change().map(change -> keys("", change)).orElse(List.of()),
                resolved.experiment(),
                resolved.explanation(),
                recipes.note(tree, resolved.experiment()));
    }

    private static List<String> keys(String path, ConfigNode node) {
        if (!node.isMap()) {
            return List.of(path);
        }
        return node.children().stream()
                .flatMap(child -> keys(path.isEmpty() ? child.name() : path + "." + child.name(), child).stream())
                .toList();
    }

    /** The only row of a file without a table. */
    Row only(ConfigNode tree, Resolved base) {
        String name = names.name(base.experiment().name(), Map.of());
        return new Row(
                name,
                "",
                Map.of(),
                Map.of(),
                false,
                List.of(),
                base.experiment(),
                base.explanation(),
                recipes.note(tree, base.experiment()));
    }
}
