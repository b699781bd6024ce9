package io.ssdlab.core.experiment;

import io.ssdlab.core.config.ConfigNode;
import io.ssdlab.core.experiment.RowResolver.ResolvedRow;
import io.ssdlab.core.fidelity.Difference;
import io.ssdlab.core.fidelity.SettingsComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells of rows whose numbers say less than their factors promise: those that differ from the row they are compared with
 * in settings that no factor accounts for, and those that no other row differs from in a single factor.
 */
final class SingleFactorGuard {

    private static final int MOST_SETTINGS = 4;

    private final List<DraftFactor> factors;
    private final List<ResolvedRow> rows;

    /** @param rows those that are run, in the file's order */
    SingleFactorGuard(List<DraftFactor> factors, List<ResolvedRow> rows) {
        this.factors = List.copyOf(factors);
        this.rows = List.copyOf(rows);
    }

    List<PlanNote> notes() {
        // Without factors the rows are a list of experiments, which promises nothing.
        if (factors.isEmpty() || rows.size() < 2) {
            return List.of();
        }
        Optional<ResolvedRow> reference =
                rows.stream().filter(row -> row.row().reference()).findFirst();
        List<PlanNote> notes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ResolvedRow row = rows.get(i);
            Optional<ResolvedRow> other = reference.isPresent() || i == 0 ? reference : Optional.of(rows.get(i - 1));
            other.filter(compared -> isAnother(compared, row))
                    .flatMap(compared -> beyond(row, compared))
                    .ifPresent(notes::add);
            alone(row).ifPresent(notes::add);
        }
        return notes;
    }

    private Optional<PlanNote> beyond(ResolvedRow row, ResolvedRow other) {
        Set<String> accounted = differing(row, other)
                .flatMap(factor -> Stream.of(factor.covers().stream(), keys(row, factor), keys(other, factor))
                        .flatMap(keys -> keys))
                .collect(Collectors.toSet());
        List<Difference> beyond = SettingsComparison.of(
                        DeterminingSettings.of(row.row().experiment()),
                        DeterminingSettings.of(other.row().experiment()))
                .stream()
                .filter(difference -> accounted.stream().noneMatch(key -> covers(key, difference.key())))
                .toList();
        if (beyond.isEmpty()) {
            return Optional.empty();
        }
        String settings = beyond.stream()
                .limit(MOST_SETTINGS)
                .map(difference ->
                        "%s (%s, not %s)".formatted(difference.key(), difference.value(), difference.published()))
                .collect(Collectors.joining(", "));
        String more = beyond.size() > MOST_SETTINGS ? " and %d more".formatted(beyond.size() - MOST_SETTINGS) : "";
        return Optional.of(new PlanNote(
                row.draft().where().toString(),
                "row %s differs from %s also in %s%s: more than its factors"
                        .formatted(row.row().name(), other.row().name(), settings, more)));
    }

    private Optional<PlanNote> alone(ResolvedRow row) {
        boolean comparable = rows.stream()
                .filter(other -> isAnother(other, row))
                .anyMatch(other -> differing(row, other).count() <= 1);
        return comparable
                ? Optional.empty()
                : Optional.of(new PlanNote(
                        row.draft().where().toString(),
                        "row %s differs from every other row in several factors: none tells what one of them does"
                                .formatted(row.row().name())));
    }

    private static boolean isAnother(ResolvedRow one, ResolvedRow other) {
        return !one.row().name().equals(other.row().name());
    }

    private Stream<DraftFactor> differing(ResolvedRow row, ResolvedRow other) {
        return factors.stream().filter(factor -> !Objects.equals(value(row, factor), value(other, factor)));
    }

    private static Optional<FactorValue> value(ResolvedRow row, DraftFactor factor) {
        return Optional.ofNullable(row.row().values().get(factor.factor().key()));
    }

    private static Stream<String> keys(ResolvedRow row, DraftFactor factor) {
        return Optional.ofNullable(row.draft().cells().get(factor.factor().key())).stream()
                .flatMap(cell -> cell.change().stream())
                .flatMap(change -> keys("", change));
    }

    private static Stream<String> keys(String path, ConfigNode node) {
        if (!node.isMap() || node.children().isEmpty()) {
            return Stream.of(path);
        }
        return node.children().stream()
                .flatMap(child -> keys(path.isEmpty() ? child.name() : path + "." + child.name(), child));
    }

    /** Whether a key that is set stands above or below one that differs, as {@code model.backbone.use} and the backbone. */
    private static boolean covers(String set, String differing) {
        return set.equals(differing) || differing.startsWith(set + ".") || set.startsWith(differing + ".");
    }
}
