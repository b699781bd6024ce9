package io.ssdlab.core.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Where a run took place: Java, operating system, processor, code version, engine.
 *
 * @param facts by name, for reading; nothing depends on them
 */
public record Environment(Map<String, String> facts) {

    private static final String COMMIT = "git-commit";
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final int SECONDS_FOR_GIT = 5;

    public Environment {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /**
     * Looks around. What cannot be found out is left out.
     *
     * @param workingFolder where the commit of the code is asked for, if it is a git checkout
     * @param engine what the caller knows of the engine: its name, versions, library file, threads, device
     */
    public static Environment capture(Path workingFolder, Map<String, String> engine) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        facts.put(
                "operating-system",
                "%s %s %s"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")));
        processor(PROCESSORS).ifPresent(name -> facts.put("processor", name));
        facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("heap-megabytes", Long.toString(Runtime.getRuntime().maxMemory() >> 20));
        commit(workingFolder).ifPresent(commit -> facts.put(COMMIT, commit));
        facts.putAll(engine);
        return new Environment(facts);
    }

    /** The commit of the code, if it was a checkout. */
    public Optional<String> commit() {
        return Optional.ofNullable(facts.get(COMMIT));
    }

    /** The model name of the first processor that Linux lists. */
    static Optional<String> processor(Path list) {
        try (Stream<String> lines = Files.lines(list)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The commit of a checkout, with {@code -dirty} if a file of it was changed since. */
    static Optional<String> commit(Path folder) {
        if (!folder.getFileSystem().equals(FileSystems.getDefault())) {
            return Optional.empty();
        }
        try {
            Process git = new ProcessBuilder(
                            "git",
                            "-C",
                            folder.toString(),
                            "describe",
                            "--always",
                            "--abbrev=40",
                            "--exclude=*",
                            "--dirty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // The answer is shorter than a pipe's buffer, so waiting before reading cannot block git.
            if (!git.waitFor(SECONDS_FOR_GIT, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                return Optional.empty();
            }
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.exitValue() == 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
