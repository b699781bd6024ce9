package io.ssdlab.core.run;

import io.ssdlab.core.engine.DeviceChoice;
import io.ssdlab.core.engine.DeviceName;
import io.ssdlab.core.engine.EngineChoice;
import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.experiment.ExperimentPlan;
import io.ssdlab.core.experiment.Row;
import io.ssdlab.spi.InvalidInputException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all rows that one process runs must agree on: a process has one engine, on one device.
 *
 * @param rows of one or more plans, at least one
 */
public record EngineDemand(List<Row> rows) {

    public EngineDemand {
        rows = List.copyOf(rows);
    }

    /** Of several plans, in order. */
    public static EngineDemand of(Collection<ExperimentPlan> plans) {
        return new EngineDemand(
                plans.stream().flatMap(plan -> plan.rows().stream()).toList());
    }

    /**
     * The engine, by {@link EngineChoice#resolve} for each row.
     *
     * @param option the value of {@code --engine}
     * @param environment the process environment
     * @throws InvalidInputException if the option names no engine, or rows want different ones
     */
    public EngineChoice engine(Optional<String> option, Map<String, String> environment) {
        EngineChoice first = engine(rows.get(0), option, environment);
        for (Row row : rows) {
            EngineChoice choice = engine(row, option, environment);
            if (choice.engine() != first.engine()) {
                throw new InvalidInputException(
                        choice.origin(),
                        "row %s runs on %s, but row %s on %s (%s): a process has one engine"
                                .formatted(
                                        row.name(),
                                        choice.engine(),
                                        rows.get(0).name(),
                                        first.engine(),
                                        first.origin()),
                        "run them one after the other, or all on one engine: --engine " + first.engine());
            }
        }
        return first;
    }

    private static EngineChoice engine(Row row, Optional<String> option, Map<String, String> environment) {
        return EngineChoice.resolve(
                option,
                row.experiment()
                        .engine()
                        .map(EngineName::djlName)
                        .map(name -> new EngineChoice.Wish(name, origin(row, "engine"))),
                environment);
    }

    /**
     * The device.
     *
     * @param option the value of {@code --device}
     * @throws InvalidInputException if the option names no device, or rows want different ones
     */
    public DeviceChoice device(Optional<String> option) {
        if (option.isPresent()) {
            return DeviceChoice.parse(option.get(), "--device");
        }
        DeviceName first = rows.get(0).experiment().device();
        for (Row row : rows) {
            DeviceName device = row.experiment().device();
            if (!device.equals(first)) {
                throw new InvalidInputException(
                        origin(row, "device"),
                        "row %s runs on %s, but row %s on %s"
                                .formatted(row.name(), device, rows.get(0).name(), first),
                        "run them one after the other, or all on one device: --device " + first);
            }
        }
        return new DeviceChoice(first, origin(rows.get(0), "device"));
    }

    private static String origin(Row row, String key) {
        return row.explanation().values().stream()
                .filter(value -> value.key().equals(key))
                .map(value -> value.origin())
                .findFirst()
                .orElse(key);
    }
}
