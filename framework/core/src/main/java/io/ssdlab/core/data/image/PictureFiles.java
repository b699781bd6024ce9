package io.ssdlab.core.data.image;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.Image;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Loose picture files as images of a data set. */
public final class PictureFiles {

    private PictureFiles() {}

    /**
     * Images without annotation, their ids the files' paths as given.
     *
     * @param files a file given twice counts once
     * @throws InvalidInputException with every file that is no whole picture
     */
    public static List<AnnotatedImage> of(List<Path> files) {
        ImageDecoder decoder = new ImageDecoder();
        List<Problem> problems = new ArrayList<>();
        List<AnnotatedImage> images = new ArrayList<>();
        for (Path file : new LinkedHashSet<>(files)) {
            try {
                Image image = decoder.decode(file.getFileName().toString(), file);
                images.add(new AnnotatedImage(file.toString(), file, image.width(), image.height(), List.of()));
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return images;
    }
}
