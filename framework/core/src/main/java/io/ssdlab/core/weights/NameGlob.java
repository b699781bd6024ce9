package io.ssdlab.core.weights;

import java.util.regex.Pattern;

/** Names of tensors as {@link io.ssdlab.spi.weights.WeightsConversion#unused} has them: {@code *} stands for any characters. */
public final class NameGlob {

    private final Pattern pattern;

    /** Everything in it but {@code *} stands for itself. */
    public NameGlob(String glob) {
        this.pattern = Pattern.compile(Pattern.quote(glob).replace("*", "\\E.*\\Q"));
    }

    /** Whether the whole name is such. */
    public boolean matches(String name) {
        return pattern.matcher(name).matches();
    }
}
