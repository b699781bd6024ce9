package io.ssdlab.core.table;

import java.util.List;

/**
 * What an ablation table shows.
 *
 * @param caption its title
 * @param source where the published numbers are from; may be empty
 * @param factors labels of the factor columns, left to right
 * @param columns names of the value columns, left to right: {@code boxes}, {@code mAP}, {@code delta}, {@code
 *     images-per-second}, {@code parameters}, {@code published}, a metric's name, {@code AP:} with a class's name
 * @param metric the metric that {@code mAP}, {@code delta} and {@code AP:} take
 * @param metrics names of the metrics that the experiment evaluates
 * @param command what regenerates the table
 */
public record AblationLayout(
        String caption,
        String source,
        List<String> factors,
        List<String> columns,
        String metric,
        List<String> metrics,
        String command) {

    public AblationLayout {
        factors = List.copyOf(factors);
        columns = List.copyOf(columns);
        metrics = List.copyOf(metrics);
    }
}
