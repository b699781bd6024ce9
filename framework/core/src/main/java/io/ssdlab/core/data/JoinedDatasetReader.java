package io.ssdlab.core.data;

import io.ssdlab.core.config.Problems;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.data.DatasetReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads several data sets as one: the images of the first, then those of the second, and so on, as the original's lists of
 * VOC2007 and VOC2012 are put together.
 *
 * <p>All parts must have the same classes in the same order, and no part may hold a picture of an earlier one. An image
 * whose id an earlier part has used already gets the number of its part, counted from 0, in front: {@code 1:000012}.
 */
public final class JoinedDatasetReader implements DatasetReader {

    private final List<Part> parts;

    /**
     * One of the data sets.
     *
     * @param where the place in the experiment file, for messages
     */
    public record Part(String where, DatasetReader reader) {}

    /** @param parts at least one */
    public JoinedDatasetReader(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads all parts.
     *
     * @throws InvalidInputException with the problems of all parts; also if a part is empty, its classes differ from the
     *     first's, or a picture is in two parts
     */
    @Override
    public Dataset read() {
        Problems problems = new Problems();
        List<Dataset> read = new ArrayList<>();
        for (Part part : parts) {
            try {
                read.add(part.reader().read());
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        }
        problems.throwIfAny();
        List<String> classes = read.get(0).classes();
        Set<Path> pictures = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            checkClasses(i, read.get(i), classes, problems);
            checkPictures(i, read.get(i), pictures, problems);
        }
        problems.throwIfAny();
        return new Dataset(
                classes,
                images(read),
                read.stream().flatMap(part -> part.warnings().stream()).toList());
    }

    private void checkClasses(int part, Dataset read, List<String> classes, Problems problems) {
        if (!read.classes().equals(classes)) {
            problems.add(
                    parts.get(part).where(),
                    "the data set has the classes %s, the one at %s that it is joined to has %s"
                            .formatted(read.classes(), parts.get(0).where(), classes),
                    "name the same classes in all of them, in the same order: classes: [...]");
        }
    }

    private void checkPictures(int part, Dataset read, Set<Path> earlier, Problems problems) {
        List<Path> pictures = read.images().stream()
                .map(image -> image.file().toAbsolutePath().normalize())
                .toList();
        if (pictures.isEmpty()) {
            problems.add(parts.get(part).where(), "the data set has no image", "check its split and its classes");
        }
        List<Path> again = pictures.stream().filter(earlier::contains).toList();
        if (!again.isEmpty()) {
            problems.add(
                    parts.get(part).where(),
                    "%d images of the data set are in one before it too, such as %s"
                            .formatted(again.size(), again.get(0)),
                    "join splits that have no image in common");
        }
        earlier.addAll(pictures);
    }

    private static List<AnnotatedImage> images(List<Dataset> read) {
        List<AnnotatedImage> images = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int part = 0; part < read.size(); part++) {
            for (AnnotatedImage image : read.get(part).images()) {
                String id = image.id();
                while (!taken.add(id)) {
                    id = part + ":" + id;
                }
                images.add(new AnnotatedImage(id, image.file(), image.width(), image.height(), image.objects()));
            }
        }
        return images;
    }
}
