package io.ssdlab.plugin.datasets.voc;

import io.ssdlab.plugin.datasets.reading.AvailableNames;
import io.ssdlab.plugin.datasets.reading.ProblemReport;
import io.ssdlab.plugin.datasets.reading.ReadImage;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.data.DatasetReader;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads one split of a data set in the layout of the PASCAL VOC devkit.
 *
 * <p>Images are found by their id, not by what the annotation says of file and path. Corners are plain pixel values as
 * annotated, cut to the image with a warning. The size is that of the image file, or as annotated where there is none
 * and {@code pictures} is optional. Without configured classes, the labels come from all annotations of the folder,
 * those of other splits too, so that every split has the same. A configured class that no annotation of the folder names
 * is refused as misspelt, unless all names that there are are configured.
 *
 * <p>The objects of a split may be withheld, as those of VOC2012 test, which the challenge's server alone scores: with
 * {@code annotations: absent} its images are read without objects, to be detected on.
 */
public final class VocReader implements DatasetReader {

    private final VocConfig config;

    @Inject
    public VocReader(VocConfig config) {
        this.config = config;
    }

    @Override
    public Dataset read() {
        VocLayout layout = VocLayout.find(config);
        ProblemReport report = new ProblemReport(layout.folder().toString());
        SplitFile split = SplitFile.read(
                layout.splitFile(config.split()),
                config.limit(),
                id -> layout.images().contains(id) || layout.annotations().contains(id));
        report.addAll(split.problems());

        Set<String> splitIds =
                split.entries().stream().map(SplitFile.Entry::id).collect(Collectors.toCollection(TreeSet::new));
        boolean findClasses = config.classes().isEmpty();
        boolean annotated = config.annotations() == Annotations.REQUIRED;
        Map<String, Annotation> annotations =
                annotated ? parse(layout, findClasses ? layout.annotations().ids() : splitIds) : none(layout, splitIds);
        annotations.forEach((id, annotation) -> {
            if (!splitIds.contains(id)) {
                report.addAll(annotation.problems());
            }
        });
        List<String> warnings = new ArrayList<>();
        List<String> classes = config.classes();
        if (findClasses) {
            classes = List.copyOf(names(annotations.values()));
        } else if (annotated) {
            check(classes, layout, annotations, report, warnings);
        } else {
            warnings.add(split.file() + ": read without annotations: all scores on it are undefined");
        }
        LabelledPictures pictures = new LabelledPictures(labels(classes), config.emptyBoxes());
        SplitImages images = new SplitImages(layout, split.file(), annotations, pictures, config.pictures());
        List<AnnotatedImage> kept = new ArrayList<>();
        for (ReadImage image :
                split.entries().parallelStream().map(images::read).toList()) {
            report.addAll(image.problems());
            warnings.addAll(image.warnings());
            image.image()
                    .filter(found -> config.keepEmpty() || !found.objects().isEmpty())
                    .ifPresent(kept::add);
        }
        if (report.isEmpty()) {
            whyNothingIsLeft(layout, split, classes, kept).ifPresent(report::add);
        }
        report.throwIfAny();
        return new Dataset(classes, kept, warnings);
    }

    private static Optional<Problem> whyNothingIsLeft(
            VocLayout layout, SplitFile split, List<String> classes, List<AnnotatedImage> kept) {
        if (classes.isEmpty()) {
            return Optional.of(new Problem(
                    layout.folder().resolve("Annotations").toString(),
                    "no annotation has an object",
                    "At least one <object> is needed to know the classes."));
        }
        if (kept.isEmpty()) {
            return Optional.of(new Problem(
                    split.file().toString(),
                    "no image of the split has an object of the classes " + classes,
                    "Choose other classes or set keep-empty: true."));
        }
        return Optional.empty();
    }

    private static Map<String, Annotation> parse(VocLayout layout, Collection<String> ids) {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String id : ids) {
            List<Path> found = layout.annotations().of(id);
            if (!found.isEmpty()) {
                files.put(id, found.get(0));
            }
        }
        Map<Path, Annotation> parsed = files.values().parallelStream()
                .map(AnnotationParser::parse)
                .collect(Collectors.toMap(Annotation::file, Function.identity()));
        Map<String, Annotation> annotations = new LinkedHashMap<>();
        files.forEach((id, file) -> annotations.put(id, parsed.get(file)));
        return annotations;
    }

    private static Set<String> names(Collection<Annotation> annotations) {
        return annotations.stream()
                .flatMap(annotation -> annotation.objects().stream())
                .map(Annotation.NamedObject::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Annotation> none(VocLayout layout, Set<String> ids) {
        return ids.stream()
                .collect(Collectors.toMap(Function.identity(), id -> Annotation.none(layout.annotationFile(id))));
    }

    /** Looks in the whole folder for configured classes that no image of the split has. */
    private static void check(
            List<String> classes,
            VocLayout layout,
            Map<String, Annotation> annotations,
            ProblemReport report,
            List<String> warnings) {
        Set<String> inSplit = names(annotations.values());
        if (inSplit.containsAll(classes)) {
            return;
        }
        Set<String> elsewhere = new TreeSet<>(layout.annotations().ids());
        elsewhere.removeAll(annotations.keySet());
        Set<String> inFolder = names(parse(layout, elsewhere).values());
        inFolder.addAll(inSplit);
        // A part of a data set may lack a class; with a name left over the missing one may be misspelt.
        boolean allNamesKnown = classes.containsAll(inFolder);
        for (String name : classes) {
            if (!inFolder.contains(name) && !allNamesKnown) {
                report.add(new Problem(
                        layout.folder().toString(),
                        "no image has an object of the class '" + name + "'",
                        "The annotations name " + new AvailableNames(inFolder).nearestTo(name) + "."));
            } else if (!inSplit.contains(name)) {
                warnings.add(
                        "%s: no image of the split has an object of the class '%s'".formatted(layout.folder(), name));
            }
        }
    }

    private static Map<String, Integer> labels(List<String> classes) {
        Map<String, Integer> labels = new HashMap<>();
        for (String name : classes) {
            labels.put(name, labels.size() + 1);
        }
        return labels;
    }
}
