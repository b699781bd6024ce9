package io.ssdlab.core.evaluate;

import io.ssdlab.coco.ImageNames;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.evaluation.Detection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the detections of VOC result files. */
final class VocResultReader {

    private static final int MOST_PROBLEMS = 100;
    private static final int MOST_DETECTIONS = 20_000_000;
    private static final int LONGEST_SHOWN = 80;
    private static final String FORM = "IMAGE SCORE XMIN YMIN XMAX YMAX is expected";

    private final ImageNames images;
    private final Map<String, List<Detection>> byImage = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int detections;

    VocResultReader(ImageNames images) {
        this.images = images;
    }

    /** Reads the file of one class. */
    void read(Path file, int label) {
        if (!Files.isRegularFile(file)) {
            problem(file.toString(), "is no file", "it should be a result file of the VOC challenge");
            return;
        }
        // The reader replaces what is malformed if it is given a charset, and tells if it is given a decoder.
        try (InputStream in = Files.newInputStream(file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = ++number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!text.isBlank()) {
                    readLine(text, file + ":" + number, label);
                }
            }
        } catch (CharacterCodingException e) {
            problem(file.toString(), "the file is no UTF-8 text", "it should be a result file of the VOC challenge");
        } catch (IOException e) {
            problem(file.toString(), "the file cannot be read (" + e + ")", "");
        }
    }

    private void readLine(String text, String where, int label) {
        try {
            VocResultLine line = VocResultLine.parse(text);
            Optional<String> image = images.id(line.image());
            if (image.isEmpty()) {
                problem(where, "unknown image " + shortened(line.image()), knownImages());
            } else {
                byImage.computeIfAbsent(image.get(), id -> new ArrayList<>())
                        .add(new Detection(label, line.score(), line.box()));
                if (++detections > MOST_DETECTIONS) {
                    problem(where, "more than %d detections".formatted(MOST_DETECTIONS), "keep the best of each image");
                    throw new InvalidInputException(problems);
                }
            }
        } catch (VocResultLine.MalformedException e) {
            problem(where, shortened(e.getMessage()), FORM);
        }
    }

    private String knownImages() {
        return FORM + "; "
                + images.example()
                        .map(name -> "the ground truth has images such as " + name)
                        .orElse("the ground truth has no image");
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    }

    private void problem(String where, String what, String remedy) {
        problems.add(new Problem(where, what, remedy));
        if (problems.size() == MOST_PROBLEMS) {
            problems.add(new Problem(where, "further problems are not listed", "mend these first"));
            throw new InvalidInputException(problems);
        }
    }

    /**
     * The detections of each image id, by the order of the files and their lines.
     *
     * @throws InvalidInputException with the problems of all files
     */
    Map<String, List<Detection>> detections() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return byImage;
    }
}
