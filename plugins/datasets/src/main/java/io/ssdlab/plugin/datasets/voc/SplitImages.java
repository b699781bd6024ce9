package io.ssdlab.plugin.datasets.voc;

import io.ssdlab.plugin.datasets.reading.ReadImage;
import io.ssdlab.spi.Problem;
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
    private final LabelledPictures pictures;
    private final Pictures needed;

    /**
     * Reads nothing yet.
     *
     * @param split the list that the entries come from, for messages
     * @param annotations by image id
     * @param needed whether an image without a picture is a problem
     */
    SplitImages(
            VocLayout layout,
            Path split,
            Map<String, Annotation> annotations,
            LabelledPictures pictures,
            Pictures needed) {
        this.layout = layout;
        this.split = split;
        this.annotations = annotations;
        this.pictures = pictures;
        this.needed = needed;
    }

    ReadImage read(SplitFile.Entry entry) {
        List<Problem> problems = new ArrayList<>();
        Optional<Annotation> annotation = Optional.ofNullable(annotations.get(entry.id()));
        List<Path> files = layout.images().of(entry.id());
        String where = split + ":" + entry.line();
        if (annotation.isEmpty()) {
            problems.add(new Problem(
                    where,
                    "the image '" + entry.id() + "' has no annotation",
                    "Add Annotations/" + entry.id() + ".xml or remove the line."));
        }
        if (files.isEmpty() && needed == Pictures.OPTIONAL) {
            if (annotation.isPresent()) {
                return pictures.readWithout(entry.id(), layout.pictureFile(entry.id()), annotation.get());
            }
        } else if (files.isEmpty()) {
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
        if (annotation.isPresent() && files.size() == 1) {
            return pictures.read(entry.id(), files.get(0), annotation.get());
        }
        annotation.ifPresent(known -> problems.addAll(known.problems()));
        if (files.size() == 1) {
            problems.addAll(pictures.problems(files.get(0)));
        }
        return new ReadImage(Optional.empty(), problems, List.of());
    }
}
