package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.config.InheritanceLoader;
import io.ssdlab.core.config.LayerCombiner;
import io.ssdlab.core.config.Origin;
import io.ssdlab.core.config.Problems;
import io.ssdlab.core.config.SettingOverride;
import io.ssdlab.core.experiment.ExperimentResolver.Resolved;
import io.ssdlab.core.experiment.RowResolver.ResolvedRow;
import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentKind;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.table.ColumnNames;
import io.ssdlab.spi.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Loads experiment files. */
public final class ExperimentFile {

    private static final String NAME = "name";

    private ExperimentFile() {}

    /**
     * Loads a file with all that it extends. From the top: {@code sets} (of two for the same key the later), a row's
     * change, those of its factors' values (the later factor's first), the file, what it extends, defaults.
     *
     * @param registry the components and variants that files may name
     * @param workingDirectory what relative paths in settings are relative to; {@code extends:} is relative to its file
     * @param environment for {@code ${env:NAME}}
     * @throws InvalidInputException with all problems of all rows, each once
     */
    public static ExperimentPlan load(
            Path file,
            List<SettingOverride> sets,
            ComponentRegistry registry,
            Path workingDirectory,
            Map<String, String> environment) {
        Problems problems = new Problems();
        ConfigNode named = new LayerCombiner().combine(new InheritanceLoader(problems).load(file), fileName(file));
        List<ConfigNode> overrides = new ArrayList<>();
        sets.forEach(set -> overrides.add(0, set.layer()));
        ConfigNode whole = new LayerCombiner()
                .combine(Stream.concat(overrides.stream(), Stream.of(named)).toList());

        ExperimentResolver resolver = new ExperimentResolver(registry, workingDirectory, environment);
        ConfigNode experiment = whole.without(ExperimentResolver.TABLE);
        Optional<Resolved> base = resolver.resolve(experiment, problems);
        RowResolver rows = new RowResolver(
                overrides.stream()
                        .map(layer -> layer.without(ExperimentResolver.TABLE))
                        .toList(),
                named.without(ExperimentResolver.TABLE),
                resolver,
                new RecipeCheck(registry, resolver),
                problems);
        ChangeReader changes = new ChangeReader(file.getFileSystem(), registry, problems);
        ColumnCheck columns = new ColumnCheck(new ColumnNames(base.map(sound -> sound.experiment().metrics().stream()
                        .map(ComponentChoice::name)
                        .toList())
                .orElseGet(() -> registry.names(ComponentKind.METRIC))));
        Optional<TableDraft> draft = whole.given(ExperimentResolver.TABLE)
                .flatMap(table -> new TableReader(changes, resolver.binder(experiment, problems), columns).read(table));
        List<ResolvedRow> resolved = draft.map(rows::resolve).orElse(List.of());
        List<Row> runnable = draft.isPresent()
                ? resolved.stream().map(ResolvedRow::row).toList()
                : base.map(only -> rows.only(experiment, only)).stream().toList();
        problems.throwIfAny();
        Optional<FinishedTable> table = draft.map(checked -> FinishedTable.of(checked, resolved));
        return new ExperimentPlan(
                base.orElseThrow().experiment(),
                base.orElseThrow().explanation(),
                table.map(FinishedTable::table),
                runnable,
                table.map(FinishedTable::notes).orElse(List.of()));
    }

    private static ConfigNode fileName(Path file) {
        Origin origin = Origin.of("file name");
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
        return ConfigNode.map(origin, List.of(ConfigNode.text(origin, name).named(NAME, origin)));
    }
}
