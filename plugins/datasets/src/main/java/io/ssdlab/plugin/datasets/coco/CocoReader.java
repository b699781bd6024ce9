package io.ssdlab.plugin.datasets.coco;

import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.coco.CocoImage;
import io.ssdlab.coco.LocatedGroundTruth;
import io.ssdlab.plugin.datasets.reading.ProblemReport;
import io.ssdlab.plugin.datasets.reading.ReadImage;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.data.DatasetReader;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a data set in COCO's layout: an instances file and a folder of pictures.
 *
 * <p>Labels go by ascending category id, as in the original's {@code labelmap_coco.prototxt}; all categories of the file
 * are classes, those without an object too. Boxes are cut to their picture with a warning, areas stay as annotated. Crowds
 * are marked as such. Of each picture, header and end are read.
 */
public final class CocoReader implements DatasetReader {

    private final CocoConfig config;

    /** Reads nothing yet. */
    @Inject
    public CocoReader(CocoConfig config) {
        this.config = config;
    }

    @Override
    public Dataset read() {
        LocatedGroundTruth located = located();
        CocoGroundTruth groundTruth = located.groundTruth();
        ProblemReport report = new ProblemReport(config.annotations().toString());
        List<String> classes = groundTruth.classes();
        List<AnnotatedImage> kept = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (ReadImage image : chosen(groundTruth).parallelStream()
                .map(image -> read(image, located, classes))
                .toList()) {
            report.addAll(image.problems());
            warnings.addAll(image.warnings());
            image.image()
                    .filter(found -> config.keepEmpty() || !found.objects().isEmpty())
                    .ifPresent(kept::add);
        }
        if (report.isEmpty()) {
            whyNothingIsLeft(groundTruth, kept).ifPresent(report::add);
        }
        report.throwIfAny();
        return new Dataset(classes, kept, warnings);
    }

    private LocatedGroundTruth located() {
        if (Files.isDirectory(config.images())) {
            return LocatedGroundTruth.read(config.annotations());
        }
        List<Problem> problems = new ArrayList<>();
        problems.add(new Problem(
                config.images().toString(), "no such folder", "images is the folder that file names start from."));
        try {
            LocatedGroundTruth.read(config.annotations());
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
        }
        throw new InvalidInputException(problems);
    }

    private List<CocoImage> chosen(CocoGroundTruth groundTruth) {
        int limit = config.limit() == 0 ? Integer.MAX_VALUE : config.limit();
        return groundTruth.images().stream()
                .limit(limit)
                .filter(image -> config.keepEmpty() || !image.objects().isEmpty())
                .toList();
    }

    private ReadImage read(CocoImage image, LocatedGroundTruth located, List<String> classes) {
        List<Problem> problems = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Optional<Path> picture = new PictureFolder(config.images())
                .find(image.fileName(), image.width(), image.height(), located.whereIs(image), problems);
        List<AnnotatedObject> objects = new ArrayList<>();
        for (int i = 0; i < image.objects().size(); i++) {
            AnnotatedObject object = image.objects().get(i);
            new PictureBox(
                            located.whereIs(image, i),
                            object,
                            classes.get(object.label() - 1),
                            image.width(),
                            image.height(),
                            config.emptyBoxes())
                    .clipped(problems, warnings)
                    .ifPresent(objects::add);
        }
        return new ReadImage(
                picture.filter(found -> problems.isEmpty())
                        .map(found -> new AnnotatedImage(image.id(), found, image.width(), image.height(), objects)),
                problems,
                warnings);
    }

    private Optional<Problem> whyNothingIsLeft(CocoGroundTruth groundTruth, List<AnnotatedImage> kept) {
        String file = config.annotations().toString();
        if (groundTruth.categories().isEmpty()) {
            return Optional.of(new Problem(file, "the file has no category", "At least one class is needed."));
        }
        if (groundTruth.images().isEmpty()) {
            return Optional.of(new Problem(file, "the file lists no image", "It should list the pictures."));
        }
        if (kept.isEmpty()) {
            return Optional.of(new Problem(file, "no image has an object", "Set keep-empty: true to keep them."));
        }
        return Optional.empty();
    }
}
