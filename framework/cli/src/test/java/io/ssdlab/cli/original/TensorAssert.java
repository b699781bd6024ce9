package io.ssdlab.cli.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;

/** A tensor against what is known of the reference's: sums over all values, and some of the values. */
final class TensorAssert {

    private final String name;
    private final float[] values;
    private final JsonNode golden;

    TensorAssert(String name, float[] values, JsonNode golden) {
        this.name = name;
        this.values = values;
        this.golden = golden;
    }

    /** @param relative to the tensor's root mean square: a value near zero is a difference of values of that size */
    void isClose(double relative) {
        double sum = 0;
        double absolute = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            absolute += Math.abs(value);
            squares += (double) value * value;
        }
        long size = 1;
        for (JsonNode side : golden.get("shape")) {
            size *= side.longValue();
        }
        assertThat(values.length).as("size of %s", name).isEqualTo((int) size);
        double scale = Math.sqrt(golden.get("sq_sum").doubleValue() / size);
        close("sum", sum, golden.get("sum").doubleValue(), relative * scale * size);
        close("sum of magnitudes", absolute, golden.get("abs_sum").doubleValue(), relative * scale * size);
        close("sum of squares", squares, golden.get("sq_sum").doubleValue(), 2 * relative * scale * scale * size);
        for (JsonNode value : golden.get("values")) {
            int index = value.get(0).intValue();
            double wanted = value.get(1).doubleValue();
            close("value " + index, values[index], wanted, relative * Math.max(scale, Math.abs(wanted)));
        }
    }

    private void close(String what, double actual, double wanted, double tolerance) {
        assertThat(actual).as("%s: %s", name, what).isCloseTo(wanted, within(tolerance));
    }
}
