package io.ssdlab.spi;

/**
 * Marks the record that holds a component's settings, as an experiment file gives them.
 *
 * <p>Each record component is one key: {@code negativeOverlap} is written {@code negative-overlap}. Its type is a
 * primitive, {@code String}, an enum, {@link java.nio.file.Path}, {@link java.util.Optional}, a {@code List} or a nested
 * record of these. {@link Setting} gives its meaning, default and range; a component without a default must be given.
 * What no single key can show, the record's compact constructor checks: it throws {@link IllegalArgumentException} with
 * a message that says what would be right, and the user sees it with file and line.
 */
@Maturity(Maturity.Level.STABLE)
public interface ComponentConfig {}
