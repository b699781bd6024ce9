package io.ssdlab.plugin.datasets.ilsvrc;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A part of the data: the sub-folder of {@code Data/DET} and {@code Annotations/DET} that an image is in. */
enum Part {
    TRAIN,
    VAL,
    TEST;

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All parts, first the one that the name of an image promises, as in {@code ILSVRC2012_val_00000001}. */
    static List<Part> likeliestFirst(String image) {
        return Arrays.stream(values())
                .sorted(Comparator.comparing(part -> !image.contains("_" + part.folder())))
                .toList();
    }

    static Optional<Part> named(String folder) {
        return Arrays.stream(values())
                .filter(part -> part.folder().equals(folder))
                .findFirst();
    }
}
