package io.ssdlab.plugin.datasets.voc;

import io.ssdlab.plugin.datasets.picture.BrokenImageException;
import io.ssdlab.plugin.datasets.picture.ImageHeader;
import io.ssdlab.plugin.datasets.reading.EmptyBoxes;
import io.ssdlab.plugin.datasets.reading.ReadImage;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds annotations against their pictures. Used from several threads at once. */
public final class LabelledPictures {

    private final Map<String, Integer> labels;
    private final EmptyBoxes emptyBoxes;

    /**
     * Reads nothing yet.
     *
     * @param labels the label 1..classes of each class that is wanted, by the annotations' name of it
     */
    public LabelledPictures(Map<String, Integer> labels, EmptyBoxes emptyBoxes) {
        this.labels = Map.copyOf(labels);
        this.emptyBoxes = emptyBoxes;
    }

    /** Reads the picture's header and puts the objects of the wanted classes on it. */
    public ReadImage read(String id, Path picture, Annotation annotation) {
        List<Problem> problems = new ArrayList<>(annotation.problems());
        Optional<ImageHeader> header = header(picture, problems);
        if (header.isEmpty()) {
            return new ReadImage(Optional.empty(), problems, List.of());
        }
        List<String> warnings = new ArrayList<>();
        checkStatedSize(annotation, header.get(), warnings);
        return labelled(id, picture, annotation, header.get(), problems, warnings);
    }

    /**
     * Takes the size that the annotation states instead of reading a picture.
     *
     * @param picture where it would be
     */
    ReadImage readWithout(String id, Path picture, Annotation annotation) {
        List<Problem> problems = new ArrayList<>(annotation.problems());
        if (problems.isEmpty() && !annotation.statesSize()) {
            problems.add(new Problem(
                    annotation.file().toString(),
                    "states no size of the image, and there is no picture",
                    "Give <size> with width and height in pixels, or add " + picture + "."));
        }
        return problems.isEmpty()
                ? labelled(
                        id,
                        picture,
                        annotation,
                        new ImageHeader(annotation.width(), annotation.height()),
                        problems,
                        new ArrayList<>())
                : new ReadImage(Optional.empty(), problems, List.of());
    }

    private ReadImage labelled(
            String id,
            Path picture,
            Annotation annotation,
            ImageHeader size,
            List<Problem> problems,
            List<String> warnings) {
        List<AnnotatedObject> objects = new ArrayList<>();
        for (Annotation.NamedObject object : annotation.objects()) {
            Integer label = labels.get(object.name());
            if (label != null) {
                new ObjectBox(annotation.file(), object, size, emptyBoxes)
                        .clipped(problems, warnings)
                        .ifPresent(box -> objects.add(new AnnotatedObject(box, label, object.difficult(), false)));
            }
        }
        AnnotatedImage image = new AnnotatedImage(id, picture, size.width(), size.height(), objects);
        return new ReadImage(problems.isEmpty() ? Optional.of(image) : Optional.empty(), problems, warnings);
    }

    /** What is wrong with a picture that has no annotation to hold against it. */
    List<Problem> problems(Path picture) {
        List<Problem> problems = new ArrayList<>();
        header(picture, problems);
        return problems;
    }

    private static Optional<ImageHeader> header(Path file, List<Problem> problems) {
        try {
            return Optional.of(ImageHeader.read(file));
        } catch (BrokenImageException e) {
            problems.add(new Problem(
                    file.toString(), e.getMessage(), "Replace the file or take the image out of the split."));
        } catch (IOException e) {
            problems.add(new Problem(file.toString(), "the image cannot be read (" + e + ")", ""));
        }
        return Optional.empty();
    }

    private static void checkStatedSize(Annotation annotation, ImageHeader size, List<String> warnings) {
        if (annotation.statesSize() && (annotation.width() != size.width() || annotation.height() != size.height())) {
            warnings.add("%s: states %d x %d pixels, the image has %d x %d: the image counts"
                    .formatted(
                            annotation.file(), annotation.width(), annotation.height(), size.width(), size.height()));
        }
    }
}
