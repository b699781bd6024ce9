package io.ssdlab.core.experiment;

import io.ssdlab.spi.Setting;
import java.util.List;

/**
 * When the learning rate falls ("multistep" of Caffe).
 *
 * @param steps ascending
 */
public record ScheduleSettings(
        @Setting(value = "Iterations after which the learning rate falls.", defaultsTo = "[]", min = 1)
        List<Integer> steps,

        @Setting(
                value = "What it is multiplied with at each step.",
                defaultsTo = "0.1",
                min = 0,
                max = 1,
                aboveMin = true)
        double gamma) {

    public ScheduleSettings {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i) <= steps.get(i - 1)) {
                throw new IllegalArgumentException("steps " + steps + " do not ascend");
            }
        }
    }
}
