package io.ssdlab.core.table;

import java.util.List;

/**
 * What an ablation table shows.
 *
 * @param experiment its name
 * @param caption the table's title
 * @param engine that all its runs ran on
 * @param source where published numbers are from that name no source of their own; may be empty
 * @param factors labels of the factor columns, left to right
 * @param groups heads of the groups of value columns; empty if there is one group without a head
 * @param columns names of the value columns of each group, left to right: {@code boxes}, {@code mAP}, {@code delta}, {@code
 *     images-per-second}, {@code parameters}, {@code published}, a metric's name, {@code METRIC:DETAIL}, {@code AP:} with a
 *     class's name, {@code METRIC:AP:} with a class's name
 * @param metric the metric that {@code AP:} takes, and where rows say nothing else {@code mAP}
 * @param metrics names of the metrics that its rows evaluate
 * @param remarks on the table as a whole, a sentence each, for its readers
 * @param commands what makes the runs and the table anew
 */
public record AblationLayout(
        String experiment,
        String caption,
        String engine,
        String source,
        List<String> factors,
        List<String> groups,
        List<String> columns,
        String metric,
        List<String> metrics,
        List<String> remarks,
        Commands commands) {

    public AblationLayout {
        factors = List.copyOf(factors);
        groups = List.copyOf(groups);
        columns = List.copyOf(columns);
        metrics = List.copyOf(metrics);
        remarks = List.copyOf(remarks);
    }

    /**
     * Command lines, the same on every machine.
     *
     * @param run trains what is not stored
     * @param table tabulates what is stored
     */
    public record Commands(String run, String table) {}
}
