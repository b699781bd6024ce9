package io.ssdlab.core.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics of a training run, one line a step, as CSV with a head line: {@code iteration,loss,TERMS...,learning-rate,
 * images-per-second,waiting-share}. Only ever appended to; each line goes to the operating system before {@link #append}
 * returns.
 *
 * <p>For one thread. The file can be read while it grows: its last line is whole or has no line feed yet.
 */
public final class MetricsLog implements AutoCloseable {

    private final Path file;
    private final List<String> terms;
    private final FileChannel channel;

    private MetricsLog(Path file, List<String> terms, FileChannel channel) {
        this.file = file;
        this.terms = terms;
        this.channel = channel;
    }

    /**
     * Opens the log to go on after a step: what it holds of later steps is cut off. A log of other terms is begun anew.
     *
     * @param terms the names of the loss's parts, without comma or line feed
     * @param lastIteration the last step to keep, 0 for none
     * @throws StorageException if the file cannot be read or written
     */
    public static MetricsLog open(Path file, List<String> terms, long lastIteration) {
        for (String term : terms) {
            if (!term.matches("[^,\"\\p{Cntrl}]+")) {
                throw new IllegalArgumentException("a loss term cannot be called '" + term + "'");
            }
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            MetricsLog log = new MetricsLog(file, List.copyOf(terms), channel);
            log.cutAfter(lastIteration);
            return log;
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        }
    }

    private void cutAfter(long lastIteration) throws IOException {
        String head = head(terms) + "\n";
        String text = Files.readString(file, StandardCharsets.UTF_8);
        if (lastIteration == 0 || !text.startsWith(head)) {
            channel.truncate(0);
            writeLine(head);
            return;
        }
        int keep = head.length();
        for (int end = text.indexOf('\n', keep); end >= 0; end = text.indexOf('\n', keep)) {
            if (parse(file, terms, text.substring(keep, end)).iteration() > lastIteration) {
                break;
            }
            keep = end + 1;
        }
        channel.truncate(text.substring(0, keep).getBytes(StandardCharsets.UTF_8).length);
        channel.position(channel.size());
    }

    /**
     * Adds a step's line.
     *
     * @throws StorageException if the disk is full; the log then ends with the line before
     */
    public void append(StepMetrics step) {
        if (!List.copyOf(step.terms().keySet()).equals(terms)) {
            throw new IllegalArgumentException(
                    "loss terms %s in a log of %s".formatted(step.terms().keySet(), terms));
        }
        List<String> cells = new ArrayList<>();
        cells.add(Long.toString(step.iteration()));
        cells.add(Double.toString(step.loss()));
        step.terms().values().forEach(value -> cells.add(Double.toString(value)));
        cells.add(Double.toString(step.learningRate()));
        cells.add(Double.toString(step.imagesPerSecond()));
        cells.add(Double.toString(step.waitingShare()));
        try {
            writeLine(String.join(",", cells) + "\n");
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        }
    }

    private void writeLine(String line) throws IOException {
        long before = channel.position();
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        boolean done = false;
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            done = true;
        } finally {
            if (!done) {
                channel.truncate(before);
            }
        }
    }

    /** Forces all lines to the disk, so that they outlast a power cut. Before each checkpoint. */
    public void force() {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw StorageException.writing(file, e);
        }
    }

    /**
     * Reads a log: every whole line.
     *
     * @throws StorageException if the file cannot be read or is no such log
     */
    public static List<StepMetrics> read(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        List<String> columns = List.of(lines.get(0).split(","));
        if (columns.size() < 5 || !lines.get(0).equals(head(columns.subList(2, columns.size() - 3)))) {
            throw damaged(file, lines.get(0));
        }
        List<String> terms = columns.subList(2, columns.size() - 3);
        return lines.stream().skip(1).map(line -> parse(file, terms, line)).toList();
    }

    private static String head(List<String> terms) {
        List<String> columns = new ArrayList<>(List.of("iteration", "loss"));
        columns.addAll(terms);
        columns.addAll(List.of("learning-rate", "images-per-second", "waiting-share"));
        return String.join(",", columns);
    }

    private static StepMetrics parse(Path file, List<String> terms, String line) {
        String[] cells = line.split(",", -1);
        int after = 2 + terms.size();
        if (cells.length != after + 3) {
            throw damaged(file, line);
        }
        try {
            Map<String, Double> values = new LinkedHashMap<>();
            for (int i = 0; i < terms.size(); i++) {
                values.put(terms.get(i), Double.valueOf(cells[2 + i]));
            }
            return new StepMetrics(
                    Long.parseLong(cells[0]),
                    Double.parseDouble(cells[1]),
                    values,
                    Double.parseDouble(cells[after]),
                    Double.parseDouble(cells[after + 1]),
                    Double.parseDouble(cells[after + 2]));
        } catch (NumberFormatException e) {
            StorageException damaged = damaged(file, line);
            damaged.initCause(e);
            throw damaged;
        }
    }

    private static StorageException damaged(Path file, String line) {
        return new StorageException(
                file.toString(), "is damaged at the line '" + line + "'", "delete the run's folder and run again");
    }
}
