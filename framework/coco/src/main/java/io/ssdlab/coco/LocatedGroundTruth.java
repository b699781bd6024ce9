package io.ssdlab.coco;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A ground truth with the places in its file, so that whoever holds it against the pictures can say where it is wrong. */
public final class LocatedGroundTruth {

    private final Path file;
    private final CocoGroundTruth groundTruth;
    private final Map<String, Place> images;
    private final Map<String, List<Place>> objects;

    LocatedGroundTruth(
            Path file, CocoGroundTruth groundTruth, Map<String, Place> images, Map<String, List<Place>> objects) {
        this.file = file;
        this.groundTruth = groundTruth;
        this.images = images;
        this.objects = objects;
    }

    /**
     * Reads an instances file, as {@link CocoGroundTruth#read}.
     *
     * @throws io.ssdlab.spi.InvalidInputException with the problems found
     */
    public static LocatedGroundTruth read(Path file) {
        return new GroundTruthReader(file).read();
    }

    public CocoGroundTruth groundTruth() {
        return groundTruth;
    }

    /** Where an image is listed: {@code FILE:LINE:COLUMN}. */
    public String whereIs(CocoImage image) {
        return images.get(image.id()).in(file);
    }

    /** Where an object of an image is annotated: {@code FILE:LINE:COLUMN}; {@code index} counts from 0. */
    public String whereIs(CocoImage image, int index) {
        return objects.get(image.id()).get(index).in(file);
    }
}
