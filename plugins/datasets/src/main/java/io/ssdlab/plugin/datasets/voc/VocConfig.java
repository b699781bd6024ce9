package io.ssdlab.plugin.datasets.voc;

import io.ssdlab.plugin.datasets.reading.EmptyBoxes;
import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settings of {@link VocReader}. */
public record VocConfig(
        @Setting("Folder with Annotations, ImageSets/Main and JPEGImages; with year, the VOCdevkit folder above it.")
        Path folder,

        @Setting("Year of the challenge: reads the sub-folder VOC<year> of folder.")
        Optional<Integer> year,

        @Setting("Name of the list of images, a file ImageSets/Main/<split>.txt: train, val, trainval, test.")
        String split,

        @Setting(
                value = "Classes in label order, other objects are left out; empty for all classes that the folder's"
                        + " annotations name, in alphabetical order.",
                defaultsTo = "[]")
        List<String> classes,

        @Setting(value = "How many images to read from the start of the split, 0 for all.", defaultsTo = "0", min = 0)
        int limit,

        @Setting(value = "Whether images without an object of the classes are kept.", defaultsTo = "yes")
        boolean keepEmpty,

        @Setting(
                value = "What to do with a box without area: refuse the data set, skip the object with a warning, or"
                        + " take all boxes as-written, without cutting them to the image.",
                defaultsTo = "refuse")
        EmptyBoxes emptyBoxes,

        @Setting(
                value = "Whether the split's objects are known: absent reads the images alone, such as those of VOC2012"
                        + " test. Then classes must be given, and all scores are undefined.",
                defaultsTo = "required")
        Annotations annotations,

        @Setting(
                value = "Whether the pictures must be there: with optional, an image without one has the size that its"
                        + " annotation states, which suffices to score detections.",
                defaultsTo = "required")
        Pictures pictures)
        implements ComponentConfig {

    public VocConfig {
        classes = List.copyOf(classes);
        if (split.isBlank() || split.contains("/") || split.contains("\\") || split.contains("\0")) {
            throw new IllegalArgumentException("split is '" + split
                    + "'; it must be the name of a list in ImageSets/Main, without folder and .txt");
        }
        if (annotations == Annotations.ABSENT && classes.isEmpty()) {
            throw new IllegalArgumentException(
                    "annotations is absent and classes empty; nothing tells the classes, so name them");
        }
        if (annotations == Annotations.ABSENT && !keepEmpty) {
            throw new IllegalArgumentException(
                    "annotations is absent and keep-empty false; that leaves no image, so set keep-empty: true");
        }
        Set<String> seen = new HashSet<>();
        for (String name : classes) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("classes has an empty name");
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException("classes names '" + name + "' twice");
            }
        }
    }
}
