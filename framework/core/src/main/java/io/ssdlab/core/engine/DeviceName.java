package io.ssdlab.core.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The name of a device, as experiment files and the command line give it.
 *
 * @param name {@code auto} (the first GPU that the engine can use, else the CPU), {@code cpu}, or {@code gpu0} and so on
 */
public record DeviceName(String name) {

    private static final Pattern NAME = Pattern.compile("auto|cpu|gpu[0-9]{1,3}");

    public DeviceName {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("auto, cpu, or gpu0 and so on");
        }
    }

    /** From a file or command line, in any case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DeviceName of(String name) {
        return new DeviceName(name.toLowerCase(Locale.ROOT));
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
