package io.ssdlab.plugin.datasets.ilsvrc;

import io.ssdlab.plugin.datasets.reading.AvailableNames;
import io.ssdlab.plugin.datasets.reading.ReadImage;
import io.ssdlab.plugin.datasets.voc.Annotation;
import io.ssdlab.plugin.datasets.voc.AnnotationParser;
import io.ssdlab.plugin.datasets.voc.LabelledPictures;
import io.ssdlab.spi.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and reads the pictures and annotations of listed images. Used from several threads at once. */
final class ListedImages {

    private static final ReadImage LEFT_OUT = new ReadImage(Optional.empty(), List.of(), List.of());

    private final IlsvrcLayout layout;
    private final Path list;
    private final Map<String, Integer> labels;
    private final boolean keepUnannotated;
    private final LabelledPictures pictures;

    /**
     * Reads nothing yet.
     *
     * @param list where the images are listed, for messages
     * @param labels 1..classes by synset
     */
    ListedImages(IlsvrcLayout layout, Path list, Map<String, Integer> labels, IlsvrcConfig config) {
        this.layout = layout;
        this.list = list;
        this.labels = labels;
        this.keepUnannotated = config.keepUnannotated();
        this.pictures = new LabelledPictures(labels, config.emptyBoxes());
    }

    /** An image; neither image nor problem if it is one to leave out. */
    ReadImage read(ListedImage listed) {
        List<Part> parts = listed.part().map(List::of).orElseGet(() -> Part.likeliestFirst(listed.id()));
        for (Part part : parts) {
            Path picture = layout.picture(part, listed.id());
            if (Files.isRegularFile(picture)) {
                return read(listed, part, picture);
            }
        }
        return problem(
                listed,
                "there is no image '" + listed.id() + "'",
                "Add Data/DET/%s/%s.JPEG or remove the line."
                        .formatted(parts.size() == 1 ? parts.get(0).folder() : "{train,val,test}", listed.id()));
    }

    private ReadImage read(ListedImage listed, Part part, Path picture) {
        Path file = layout.annotation(part, listed.id());
        if (Files.isRegularFile(file)) {
            Annotation annotation = AnnotationParser.parse(file);
            List<Problem> unknown = unknownClasses(annotation);
            return unknown.isEmpty()
                    ? pictures.read(listed.id(), picture, annotation)
                    : new ReadImage(Optional.empty(), unknown, List.of());
        }
        return switch (part) {
            case VAL ->
                problem(
                        listed,
                        "the image '" + listed.id() + "' has no annotation",
                        "Add " + file + " or remove the line.");
            case TRAIN -> keepUnannotated ? pictures.read(listed.id(), picture, Annotation.none(file)) : LEFT_OUT;
            case TEST -> pictures.read(listed.id(), picture, Annotation.none(file));
        };
    }

    private List<Problem> unknownClasses(Annotation annotation) {
        List<Problem> problems = new ArrayList<>();
        for (Annotation.NamedObject object : annotation.objects()) {
            if (!labels.containsKey(object.name())) {
                problems.add(new Problem(
                        annotation.file() + ":" + object.line(),
                        "object %d is of the unknown class '%s'".formatted(object.number(), object.name()),
                        "The class map has " + new AvailableNames(labels.keySet()).nearestTo(object.name()) + "."));
            }
        }
        return problems;
    }

    private ReadImage problem(ListedImage listed, String what, String remedy) {
        return new ReadImage(
                Optional.empty(), List.of(new Problem(list + ":" + listed.line(), what, remedy)), List.of());
    }
}
