package io.ssdlab.cli.resume;

import io.ssdlab.core.store.Sha256;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What can be seen from outside of the one run in a results folder while another process writes it. Looked at thousands of
 * times a second, hence the plain lists of names.
 *
 * @param results the folder
 */
record StoreView(Path results) {

    private static final Pattern OUTCOME =
            Pattern.compile("tiny/table[^/]*\\.csv|runs/[^/]+/(scores|detections|ground-truth|checkpoints).*");

    /** The temporary files in the folders of run and table, by their paths below the results folder. */
    List<String> temporaries() {
        List<String> found = new ArrayList<>();
        collect("tiny", found);
        run().ifPresent(run -> {
            for (String folder : List.of("", "/checkpoints", "/scores")) {
                collect("runs/" + run + folder, found);
            }
        });
        return found;
    }

    private void collect(String folder, List<String> found) {
        for (String name : names(folder)) {
            if (name.endsWith(".tmp")) {
                found.add(folder + "/" + name);
            }
        }
    }

    /** Checkpoints without a checksum, written since a time in milliseconds. */
    boolean hasUncheckedCheckpoint(long since) {
        String folder = "runs/" + run().orElse("none") + "/checkpoints";
        List<String> names = List.of(names(folder));
        return names.stream()
                .filter(name -> name.endsWith(".checkpoint"))
                .filter(name -> !names.contains(name.replace(".checkpoint", ".sha256")))
                .anyMatch(name -> results.resolve(folder).resolve(name).toFile().lastModified() >= since);
    }

    /** The bytes of {@code metrics.csv}, 0 if it is not there. */
    long metricsLength() {
        return file("metrics.csv").map(File::length).orElse(0L);
    }

    /** When {@code detections.json} was written, in milliseconds; 0 if it is not there. */
    long detectionsTime() {
        return file("detections.json").map(File::lastModified).orElse(0L);
    }

    /** Whether another process will come to a phase: a table is written by each, scores once, all else before the record. */
    boolean isToCome(Moment.Phase phase) {
        return switch (phase) {
            case TABLE -> true;
            case SCORES -> names("runs/" + run().orElse("none") + "/scores").length == 0;
            default -> file("run.json").filter(File::isFile).isEmpty();
        };
    }

    private Optional<File> file(String name) {
        return run().map(run ->
                results.resolve("runs").resolve(run).resolve(name).toFile());
    }

    private Optional<String> run() {
        return Stream.of(names("runs")).filter(name -> !name.startsWith(".")).findFirst();
    }

    private String[] names(String folder) {
        return Optional.ofNullable(results.resolve(folder).toFile().list()).orElse(new String[0]);
    }

    /** All that must not depend on how often a run was interrupted: the losses as text, other files by their checksum. */
    Map<String, String> outcome() {
        Path run = results.resolve("runs").resolve(run().orElseThrow());
        Map<String, String> outcome = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(results)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = results.relativize(file).toString();
                if (file.equals(run.resolve("metrics.csv"))) {
                    outcome.put(name, withoutTimes(Files.readString(file)));
                } else if (OUTCOME.matcher(name).matches() && !name.endsWith(".tmp")) {
                    outcome.put(name, Sha256.of(file, done -> {}));
                }
            }
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutTimes(String metrics) {
        return metrics.replaceAll("(?m),[^,\n]*,[^,\n]*$", "");
    }
}
