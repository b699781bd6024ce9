package io.ssdlab.core.experiment;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Where the network runs.
 *
 * @param name {@code auto} (the first GPU that the engine can use, else the CPU), {@code cpu}, or {@code gpu0} and so on
 */
public record DeviceChoice(String name) {

    private static final Pattern NAME = Pattern.compile("auto|cpu|gpu[0-9]{1,3}");

    public DeviceChoice {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("auto, cpu, or gpu0 and so on");
        }
    }

    /** From a file or command line, in any case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DeviceChoice of(String name) {
        return new DeviceChoice(name.toLowerCase(Locale.ROOT));
    }

    public boolean isAuto() {
        return name.equals("auto");
    }

    /** The number of the GPU asked for; empty for {@code auto} and {@code cpu}. */
    public OptionalInt gpu() {
        return name.startsWith("gpu") ? OptionalInt.of(Integer.parseInt(name.substring(3))) : OptionalInt.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
