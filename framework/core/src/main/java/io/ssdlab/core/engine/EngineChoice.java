package io.ssdlab.core.engine;

import io.ssdlab.spi.InvalidInputException;
import java.util.Map;
import java.util.Optional;

/**
 * The engine that was asked for, and where.
 *
 * @param engine the engine
 * @param origin who asked: {@code --engine}, the experiment file, {@code SSDLAB_ENGINE}, or {@code default}
 */
public record EngineChoice(EngineName engine, String origin) {

    /** The environment variable that names the engine where neither command line nor experiment does. */
    public static final String VARIABLE = "SSDLAB_ENGINE";

    /** A name as it was given, and by whom. */
    public record Wish(String name, String origin) {}

    /**
     * The first wish that was made counts: the command line's, the experiment's, the environment's; MXNet without any.
     *
     * @param option the value of {@code --engine}
     * @param experiment what the experiment file names, its origin with file and line
     * @param environment the process environment
     * @throws InvalidInputException if the name that counts is no engine's
     */
    public static EngineChoice resolve(
            Optional<String> option, Optional<Wish> experiment, Map<String, String> environment) {
        return option.map(name -> new Wish(name, "--engine"))
                .or(() -> experiment)
                .or(() -> Optional.ofNullable(environment.get(VARIABLE))
                        .filter(name -> !name.isBlank())
                        .map(name -> new Wish(name, VARIABLE)))
                .map(EngineChoice::granted)
                .orElseGet(() -> new EngineChoice(EngineName.MXNET, "default"));
    }

    private static EngineChoice granted(Wish wish) {
        return EngineName.named(wish.name().strip())
                .map(engine -> new EngineChoice(engine, wish.origin()))
                .orElseThrow(() -> new InvalidInputException(
                        wish.origin(),
                        "no engine is called '%s'".formatted(wish.name()),
                        "name " + EngineName.choices()));
    }
}
