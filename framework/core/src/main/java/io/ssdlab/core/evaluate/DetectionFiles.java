package io.ssdlab.core.evaluate;

import io.ssdlab.coco.CocoCategory;
import io.ssdlab.coco.CocoDetections;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.coco.ImageNames;
import io.ssdlab.core.config.NearestNames;
import io.ssdlab.core.config.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads detections as others store them, a COCO results file or a folder of VOC result files, against the ground truth of
 * their split.
 *
 * <p>Both name images as {@link ImageNames} has it. A results file names classes by category id, which of a VOC folder is
 * the place of the class in alphabetical order, from 1; VOC's files name them by name.
 *
 * @param split the ground truth
 */
public record DetectionFiles(ScoredSplit split) {

    /**
     * Detections held against their ground truth.
     *
     * @param warnings what was left out or is not there
     */
    public record Read(Evaluation evaluation, List<String> warnings) {

        public Read {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Reads all detections of the split.
     *
     * @throws io.ssdlab.spi.InvalidInputException with the problems found, by file and line
     */
    public Read read(Path place) {
        CocoGroundTruth truth = split.groundTruth();
        return Files.isDirectory(place)
                ? voc(VocResultFiles.find(place, split.list(), truth.classes()))
                : new Read(new Evaluation(truth, CocoDetections.read(place, truth)), List.of());
    }

    private Read voc(VocResultFiles files) {
        List<String> warnings = new ArrayList<>();
        CocoGroundTruth truth = withClassesOf(files, warnings);
        for (String name : truth.classes()) {
            if (!files.byClass().containsKey(name)) {
                warnings.add("%s: no file of the class '%s': no detections".formatted(files.folder(), name));
            }
        }
        VocResultReader reader = new VocResultReader(new ImageNames(truth));
        for (Map.Entry<String, Path> file : files.byClass().entrySet()) {
            reader.read(file.getValue(), truth.classes().indexOf(file.getKey()) + 1);
        }
        return new Read(new Evaluation(truth, new CocoDetections(reader.detections())), warnings);
    }

    /** A folder of annotations cannot say that there is no object of some class, so the files may name further ones. */
    private CocoGroundTruth withClassesOf(VocResultFiles files, List<String> warnings) {
        CocoGroundTruth truth = split.groundTruth();
        List<CocoCategory> categories = new ArrayList<>(truth.categories());
        Problems problems = new Problems();
        files.byClass().forEach((name, file) -> {
            if (truth.classes().contains(name)) {
                return;
            }
            if (split.classesAreGiven()) {
                problems.add(
                        file.toString(),
                        "unknown class " + name,
                        new NearestNames(truth.classes()).remedy(name, "the ground truth has"));
            } else {
                categories.add(new CocoCategory(categories.size() + 1L, name));
                warnings.add("%s: the ground truth has no object of the class '%s'".formatted(file, name));
            }
        });
        problems.throwIfAny();
        return new CocoGroundTruth(categories, truth.images());
    }
}
