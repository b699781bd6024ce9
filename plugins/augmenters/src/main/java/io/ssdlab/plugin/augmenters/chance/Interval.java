package io.ssdlab.plugin.augmenters.chance;

import java.util.random.RandomGenerator;

/** Numbers from {@code least} to {@code greatest}, of which one is drawn. */
public record Interval(double least, double greatest) {

    /**
     * The interval that two settings give, {@code min-NAME} and {@code max-NAME}.
     *
     * @throws IllegalArgumentException if they are upside down, naming both
     */
    public static Interval ofSettings(String name, double least, double greatest) {
        if (least > greatest) {
            throw new IllegalArgumentException(
                    "min-%s %s is above max-%s %s: give the smaller one first".formatted(name, least, name, greatest));
        }
        return new Interval(least, greatest);
    }

    /** The numbers that are no further than {@code reach} from {@code middle}. */
    public static Interval around(double middle, double reach) {
        return new Interval(middle - reach, middle + reach);
    }

    /** A number of the interval, each as likely as any other. One draw, also if there is only one number. */
    public double draw(RandomGenerator random) {
        return least + (greatest - least) * random.nextDouble();
    }
}
