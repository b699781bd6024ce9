package io.ssdlab.plugin.datasets.voc;

import io.ssdlab.spi.Problem;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the entries of a split together with their annotations and images. Used from several threads at once. */
final class SplitImages {

    private final VocLayout layout;
    private final Path split;
    private final Map<String, Annotation> annotations;
    private final Map<String, Integer> labels;
    private final EmptyBoxes emptyBoxes;

    /**
     * Reads nothing yet.
     *
     * @param split the list that the entries come from, for messages
     * @param annotations by image id
     * @param labels the label 1..classes of each class that is wanted
     */
    SplitImages(
            VocLayout layout,
            Path split,
            Map<String, Annotation> annotations,
            Map<String, Integer> labels,
            EmptyBoxes emptyBoxes) {
        this.layout = layout;
        this.split = split;
        this.annotations = annotations;
        this.labels = labels;
        this.emptyBoxes = emptyBoxes;
    }

    ReadImage read(SplitFile.Entry entry) {
        List<Problem> problems = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Optional<Annotation> annotation = Optional.ofNullable(annotations.get(entry.id()));
        List<Path> files = layout.images().of(entry.id());
        String where = split + ":" + entry.line();
        if (annotation.isEmpty()) {
            problems.add(new Problem(
                    where,
                    "the image '" + entry.id() + "' has no annotation",
                    "Add Annotations/" + entry.id() + ".xml or remove the line."));
        }
        if (files.isEmpty()) {
            problems.add(new Problem(
                    where,
                    "there is no image '" + entry.id() + "'",
                    "Add JPEGImages/" + entry.id() + ".jpg (or .jpeg, .png) or remove the line."));
        } else if (files.size() > 1) {
            problems.add(new Problem(
                    where,
                    "the image '" + entry.id() + "' is there more than once: " + files,
                    "Keep one of these files."));
        }
        annotation.ifPresent(known -> problems.addAll(known.problems()));
        Optional<ImageHeader> header = files.size() == 1 ? header(files.get(0), problems) : Optional.empty();
        if (annotation.isEmpty() || header.isEmpty()) {
            return new ReadImage(Optional.empty(), problems, warnings);
        }
        ImageHeader size = header.get();
        checkStatedSize(annotation.get(), size, warnings);
        List<AnnotatedObject> objects = new ArrayList<>();
        for (Annotation.NamedObject object : annotation.get().objects()) {
            Integer label = labels.get(object.name());
            if (label != null) {
                new ObjectBox(annotation.get().file(), object, size, emptyBoxes)
                        .clipped(problems, warnings)
                        .ifPresent(box -> objects.add(new AnnotatedObject(box, label, object.difficult(), false)));
            }
        }
        AnnotatedImage image = new AnnotatedImage(entry.id(), files.get(0), size.width(), size.height(), objects);
        return new ReadImage(problems.isEmpty() ? Optional.of(image) : Optional.empty(), problems, warnings);
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
