package io.ssdlab.core.store;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells whether two data sets are the same without reading their pixels: SHA-256 over classes, image ids, sizes, objects,
 * the length in bytes of each picture, and the content of what else is read. Where the files lie does not count.
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
public record DatasetFingerprint(String sha256) {

    /**
     * @param splits all that a run reads, in its order (training, evaluation)
     * @param files that a run reads besides (initial weights), by their bytes
     * @throws StorageException if a picture or a file is not there
     */
    public static DatasetFingerprint of(List<Dataset> splits, List<Path> files) {
        Sha256 sha = new Sha256().add(splits.size());
        for (Dataset split : splits) {
            sha.add(split.classes().size());
            split.classes().forEach(sha::add);
            sha.add(split.images().size());
            for (AnnotatedImage image : split.images()) {
                sha.add(image.id()).add(image.width()).add(image.height()).add(bytes(image));
                sha.add(image.objects().size());
                image.objects().forEach(object -> add(sha, object));
            }
        }
        files.forEach(file -> sha.add(Sha256.of(file)));
        return new DatasetFingerprint(sha.hex());
    }

    private static void add(Sha256 sha, AnnotatedObject object) {
        PixelBox box = object.box();
        sha.add(box.xMin()).add(box.yMin()).add(box.xMax()).add(box.yMax());
        sha.add(object.label()).add(object.difficult() ? 1 : 0).add(object.crowd() ? 1 : 0);
        // The area of the box says nothing new.
        if (object.area() != box.width() * box.height()) {
            sha.add(object.area());
        }
    }

    private static long bytes(AnnotatedImage image) {
        try {
            return Files.size(image.file());
        } catch (IOException e) {
            throw StorageException.reading(image.file(), e);
        }
    }
}
