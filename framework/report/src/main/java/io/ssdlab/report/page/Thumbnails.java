package io.ssdlab.report.page;

import io.ssdlab.core.data.image.ImageDecoder;
import io.ssdlab.core.data.image.ImageEncoder;
import io.ssdlab.core.data.image.ImageResizer;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.core.store.Sha256;
import io.ssdlab.report.diagnosis.ImageDiagnosis;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.model.InputSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The small pictures of a report: one file for an image of a data set, however many runs show it, since boxes are drawn over it by
 * the page. A file that is there already is not made again. Thread-safe.
 */
final class Thumbnails {

    private static final int LONGEST_SIDE = 360;
    private static final int QUALITY = 82;
    private static final int DIGITS = 16;

    private final Path report;
    private final TestPictures pictures;
    private final Map<String, Optional<String>> made = new ConcurrentHashMap<>();

    /** @param report the folder of the report */
    Thumbnails(Path report, TestPictures pictures) {
        this.report = report;
        this.pictures = pictures;
    }

    /** Where a run's images are, or why not. */
    TestPictures.Split split(FinishedRun run) {
        return pictures.of(run);
    }

    /** The file of an image, relative to the report; empty if the picture is not at hand, or is another one. */
    Optional<String> of(FinishedRun run, TestPictures.Split split, ImageDiagnosis image) {
        AnnotatedImage picture = split.byId().get(image.imageId());
        if (picture == null || picture.width() != image.width() || picture.height() != image.height()) {
            return Optional.empty();
        }
        String digest = new Sha256()
                .add(run.record().identity().dataFingerprint())
                .add(image.imageId())
                .hex()
                .substring(0, DIGITS);
        return made.computeIfAbsent(digest, name -> make(name, picture));
    }

    private Optional<String> make(String digest, AnnotatedImage picture) {
        String name = Links.thumbnailFile(digest);
        Path file = report.resolve(name);
        if (Files.isRegularFile(file)) {
            return Optional.of(name);
        }
        try {
            Image whole = new ImageDecoder().decode(picture.id(), picture.file());
            byte[] encoded = new ImageEncoder().jpeg(new ImageResizer(size(whole)).resize(whole), QUALITY);
            ReportFolder.replace(file, encoded);
            return Optional.of(name);
        } catch (InvalidInputException damaged) {
            return Optional.empty();
        }
    }

    private static InputSize size(Image image) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(image.width(), image.height()));
        return new InputSize((int) Math.max(1, Math.round(scale * image.width())), (int)
                Math.max(1, Math.round(scale * image.height())));
    }
}
