package io.ssdlab.plugin.datasets.ilsvrc;

import io.ssdlab.plugin.datasets.reading.TextLines;
import io.ssdlab.spi.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The images of a split. A line is one of the published lists, the image and a number that is read over ({@code
 * ILSVRC2013_train/n02672831/n02672831_11478 1}), or one of the lists that the original makes ({@code
 * Data/DET/train/....JPEG Annotations/DET/train/....xml}).
 *
 * @param file the list
 * @param images in the order of the file, each once
 * @param problems lines that name no image, and what makes the whole list unreadable
 */
record ImageList(Path file, List<ListedImage> images, List<Problem> problems) {

    private static final Pattern PUBLISHED = Pattern.compile("(\\S+)(?:\\s+[-+]?\\d+)?");
    private static final Pattern ORIGINAL =
            Pattern.compile("Data/DET/(train|val|test)/(\\S+)\\.JPEG(?:\\s+(?:0|Annotations/DET/(\\S+)\\.xml))?");

    /**
     * Reads a list.
     *
     * @param limit stop after that many images, 0 for never
     */
    static ImageList read(Path file, int limit) {
        List<ListedImage> images = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> lines = TextLines.read(file, "one image a line", problems);
        Map<String, Integer> firstLine = new HashMap<>();
        for (int i = 0; i < lines.size() && (limit == 0 || images.size() < limit); i++) {
            String text = lines.get(i).strip();
            if (text.isEmpty()) {
                continue;
            }
            String where = file + ":" + (i + 1);
            Optional<ListedImage> image = parse(text, i + 1);
            if (image.isEmpty()) {
                problems.add(new Problem(
                        where,
                        "'" + text + "' is no image",
                        "Write PATH NUMBER, where the image is Data/DET/{train,val,test}/PATH.JPEG, or the paths of"
                                + " image and annotation as create_list.py does."));
                continue;
            }
            Integer before = firstLine.putIfAbsent(image.get().id(), i + 1);
            if (before != null) {
                problems.add(new Problem(
                        where,
                        "'" + image.get().id() + "' is listed twice",
                        "It is also on line " + before + ": remove one of them."));
            } else {
                images.add(image.get());
            }
        }
        if (images.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(file.toString(), "the split lists no image", "It should have one image a line."));
        }
        return new ImageList(file, List.copyOf(images), List.copyOf(problems));
    }

    private static Optional<ListedImage> parse(String text, int line) {
        Matcher original = ORIGINAL.matcher(text);
        if (original.matches()) {
            String part = original.group(1);
            String id = original.group(2);
            String annotated = original.group(3) == null ? part + "/" + id : original.group(3);
            return annotated.equals(part + "/" + id) && staysBelow(id)
                    ? Optional.of(new ListedImage(id, Part.named(part), line))
                    : Optional.empty();
        }
        Matcher published = PUBLISHED.matcher(text);
        return published.matches() && staysBelow(published.group(1))
                ? Optional.of(new ListedImage(published.group(1), Optional.empty(), line))
                : Optional.empty();
    }

    /** Whether a path of an untrusted list, below some folder, cannot lead out of it. */
    private static boolean staysBelow(String path) {
        return !path.contains("\\")
                && !path.contains("\0")
                && !path.contains(":")
                && Arrays.stream(path.split("/", -1))
                        .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
    }
}
