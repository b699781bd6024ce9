package io.ssdlab.core.plugin.outside;

import io.ssdlab.spi.Spi;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the SPI: {@code MAJOR.MINOR}, what follows does not count. */
record SpiVersion(int major, int minor) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})([.-].*)?");

    static Optional<SpiVersion> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new SpiVersion(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /** That of the SPI at hand. */
    static SpiVersion ours() {
        return parse(Spi.VERSION).orElseThrow();
    }

    /** Whether what was built for another version runs with this one. */
    boolean runs(SpiVersion builtFor) {
        return builtFor.major == major && builtFor.minor <= minor;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
