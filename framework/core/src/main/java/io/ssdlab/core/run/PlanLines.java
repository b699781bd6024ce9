package io.ssdlab.core.run;

import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.Factor;
import io.ssdlab.core.experiment.FactorValue;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.core.experiment.Table;
import io.ssdlab.core.experiment.TableLine;
import io.ssdlab.core.experiment.TableRow;
import io.ssdlab.core.table.AblationLine;
import io.ssdlab.core.table.AblationRow;
import io.ssdlab.core.table.PublishedNumber;
import io.ssdlab.core.table.SeedRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The lines of a plan's table, as they are printed.
 *
 * @param all factors of the table
 * @param across the factor whose values become groups of columns
 * @param values of that factor, in order
 * @param planned lines of rows, in the file's order
 */
record PlanLines(List<Factor> all, Optional<Factor> across, List<FactorValue> values, List<TableLine> planned) {

    /** Those of a plan; a plan without a table has one line. */
    static PlanLines of(ExperimentPlan plan) {
        if (plan.table().isEmpty()) {
            return new PlanLines(
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    plan.rows().stream().map(row -> new TableLine(List.of(row))).toList());
        }
        Table table = plan.table().get();
        Optional<Factor> across = table.factors().stream()
                .filter(factor -> table.across().filter(factor.key()::equals).isPresent())
                .findFirst();
        return new PlanLines(table.factors(), across, table.groups(), table.lines());
    }

    /** The labels of the factors that have a column. */
    List<String> factors() {
        return all.stream()
                .filter(factor -> !across.equals(Optional.of(factor)))
                .map(Factor::label)
                .toList();
    }

    /** The heads of the groups of columns; empty if there is one without a head. */
    List<String> groups() {
        return across.stream()
                .flatMap(factor -> values.stream().map(value -> group(factor, value)))
                .toList();
    }

    private static String group(Factor factor, FactorValue value) {
        return factor.label() + ": " + value.label();
    }

    private String group(TableRow row) {
        return across.map(factor -> group(factor, row.values().get(factor.key())))
                .orElse(AblationLine.UNGROUPED);
    }

    List<AblationLine> lines(Function<TableRow, AblationRow> measured) {
        return planned.stream()
                .map(line -> {
                    Map<String, AblationRow> rows = new LinkedHashMap<>();
                    line.rows().forEach(row -> rows.put(group(row), measured.apply(row)));
                    TableRow first = line.rows().get(0);
                    return new AblationLine(label(first), cells(first), rows);
                })
                .toList();
    }

    /** A row with what was found of it. */
    AblationRow row(TableRow row, OptionalInt boxes, List<SeedRun> runs) {
        Map<String, PublishedNumber> published = new LinkedHashMap<>();
        row.published()
                .forEach((column, number) -> published.put(
                        column,
                        new PublishedNumber(
                                number.value(),
                                number.note().isEmpty()
                                        ? number.source()
                                        : number.source() + " (" + number.note() + ")")));
        String group = group(row);
        return new AblationRow(
                name(row),
                label(row) + (group.isEmpty() ? "" : " (" + group + ")"),
                cells(row),
                published,
                row instanceof Row run && run.reference(),
                boxes,
                row instanceof Row run ? run.experiment().metrics().get(0).name() : "",
                runs,
                row instanceof Row run && run.fidelity().namesRecipe()
                        ? run.fidelity().summary()
                        : "");
    }

    private Map<String, String> cells(TableRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Factor factor : all) {
            cells.put(
                    factor.label(),
                    Optional.ofNullable(row.values().get(factor.key()))
                            .map(PlanLines::cell)
                            .orElse(""));
        }
        return cells;
    }

    private static String cell(FactorValue value) {
        if (value instanceof FactorValue.Tick tick) {
            return tick.ticked() ? AblationRow.TICK : "";
        }
        return value.label();
    }

    private static String label(TableRow row) {
        return row.label().isEmpty() ? name(row) : row.label();
    }

    private static String name(TableRow row) {
        return row instanceof Row run ? run.name() : row.label();
    }
}
