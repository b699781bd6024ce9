package io.ssdlab.core.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run's scores grew, as CSV: {@code iteration,METRIC...}, a line each time that the test split was scored. Replaced as a
 * whole with each line. For one thread.
 */
public final class LearningCurve {

    private static final String ITERATION = "iteration";

    private final Path file;
    private final List<Point> points = new ArrayList<>();

    private LearningCurve(Path file) {
        this.file = file;
    }

    /**
     * The scores after some steps.
     *
     * @param scores by the metric's name, 0 to 1; NaN where the ground truth leaves it undefined
     */
    public record Point(long iteration, Map<String, Double> scores) {

        public Point {
            scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
        }
    }

    /**
     * Opens a curve to go on after a step: what it holds of later steps is dropped. One that is damaged is begun anew.
     *
     * @param lastIteration the last step to keep, 0 for none
     */
    static LearningCurve open(Path file, long lastIteration) {
        LearningCurve curve = new LearningCurve(file);
        if (lastIteration > 0 && Files.exists(file)) {
            read(file).orElse(List.of()).stream()
                    .filter(point -> point.iteration() <= lastIteration)
                    .forEach(curve.points::add);
        }
        return curve;
    }

    /**
     * Adds a line. Scores of other metrics than those before begin the curve anew.
     *
     * @throws StorageException if the file cannot be written
     */
    public void append(Point point) {
        points.removeIf(
                before -> !before.scores().keySet().equals(point.scores().keySet()));
        points.add(point);
        StringBuilder text = new StringBuilder();
        text.append(ITERATION);
        point.scores().keySet().forEach(name -> text.append(',').append(name));
        text.append('\n');
        for (Point line : points) {
            text.append(line.iteration());
            line.scores().values().forEach(score -> text.append(',').append(score));
            text.append('\n');
        }
        new AtomicFile(file).write(text.toString());
    }

    /**
     * Reads a curve.
     *
     * @return empty if the file is no curve
     * @throws StorageException if the file cannot be read
     */
    static Optional<List<Point>> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.isEmpty() || !lines.get(0).startsWith(ITERATION)) {
                return Optional.empty();
            }
            List<String> names = List.of(lines.get(0).split(","));
            List<Point> points = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                if (cells.length != names.size()) {
                    return Optional.empty();
                }
                Map<String, Double> scores = new LinkedHashMap<>();
                for (int i = 1; i < cells.length; i++) {
                    scores.put(names.get(i), Double.valueOf(cells[i]));
                }
                points.add(new Point(Long.parseLong(cells[0]), scores));
            }
            return Optional.of(points);
        } catch (NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StorageException.reading(file, e);
        }
    }
}
