package io.ssdlab.core.table;

import io.ssdlab.core.store.ScoredRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.columns.Column;

/**
 * A number measured once for each run, shown as mean and standard deviation over seeds.
 *
 * @param decimals that the table shows
 * @param measure the number of a run; NaN if it is undefined
 */
record MeasuredColumn(String name, String header, int decimals, ToDoubleFunction<ScoredRun> measure)
        implements ValueColumn {

    @Override
    public String format() {
        return "%." + decimals + "f";
    }

    Sample sample(AblationRow row) {
        return new Sample(row.shown().stream()
                .map(run -> measure.applyAsDouble(run.run().orElseThrow()))
                .toList());
    }

    @Override
    public List<Shown> shown() {
        return List.of(new Shown(header, row -> Marking.of(row).mark(text(sample(row)))));
    }

    private String text(Sample sample) {
        if (sample.isUndefined()) {
            return "undefined";
        }
        String mean = String.format(Locale.ROOT, format(), sample.mean());
        return sample.deviation() > 0 ? mean + " ± " + String.format(Locale.ROOT, format(), sample.deviation()) : mean;
    }

    @Override
    public List<Column<?>> values(List<AblationRow> rows) {
        if (decimals == 0) {
            return List.of(NumberColumns.whole(header, rows, row -> sample(row).mean()));
        }
        List<Column<?>> columns = new ArrayList<>();
        columns.add(NumberColumns.rounded(header, rows, row -> sample(row).mean()));
        columns.add(
                NumberColumns.rounded(header + " std", rows, row -> sample(row).deviation()));
        return columns;
    }
}
