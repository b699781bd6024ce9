package io.ssdlab.plugin.datasets.ilsvrc;

import io.ssdlab.plugin.datasets.reading.EmptyBoxes;
import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of {@link IlsvrcReader}. */
public record IlsvrcConfig(
        @Setting("Folder ILSVRC with Annotations/DET, Data/DET and ImageSets/DET.")
        Path folder,

        @Setting("Name of the list of images, a file ImageSets/DET/<split>.txt: train, val, trainval1, val2, test.")
        String split,

        @Setting("The classes, a file with lines such as 'n02672831 1 accordion' in any order: synset, label and name;"
                + " without it devkit/data/map_det.txt in folder.")
        Optional<Path> classesFile,

        @Setting(value = "How many images to read from the start of the split, 0 for all.", defaultsTo = "0", min = 0)
        int limit,

        @Setting(
                value = "Whether images of the training part without an annotation file, negatives of some class, are"
                        + " kept; the original leaves them out.",
                defaultsTo = "no")
        boolean keepUnannotated,

        @Setting(value = "Whether images are kept whose annotation file has no object.", defaultsTo = "yes")
        boolean keepEmpty,

        @Setting(
                value = "What to do with a box without area: refuse the data set, skip the object with a warning, or"
                        + " take all boxes as-written, without cutting them to the image.",
                defaultsTo = "refuse")
        EmptyBoxes emptyBoxes)
        implements ComponentConfig {

    public IlsvrcConfig {
        if (split.isBlank() || split.contains("/") || split.contains("\\") || split.contains("\0")) {
            throw new IllegalArgumentException("split is '" + split
                    + "'; it must be the name of a list in ImageSets/DET, without folder and .txt");
        }
    }

    Path classMapFile() {
        return classesFile.orElseGet(
                () -> folder.resolve("devkit").resolve("data").resolve("map_det.txt"));
    }
}
