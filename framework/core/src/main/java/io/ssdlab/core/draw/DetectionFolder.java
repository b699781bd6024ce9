package io.ssdlab.core.draw;

import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.coco.CocoImage;
import io.ssdlab.core.evaluate.CocoResultsStream;
import io.ssdlab.core.evaluate.CocoWriter;
import io.ssdlab.core.media.Frame;
import io.ssdlab.core.media.MediaFile;
import io.ssdlab.core.store.GrowingFile;
import io.ssdlab.core.store.StorageException;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.evaluation.Detection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Detections on disk: drawn pictures and clips, {@code detections.json} (COCO results) with {@code images.json} (COCO instances
 * without annotations), which says what its ids mean, and {@code detections.csv} ({@value DetectionCsv#HEADER}).
 *
 * <p>Everything is written as it comes; of a frame no more is kept than its id and size. A picture is whole as soon as it is
 * there, the other files appear at {@link #finish}. No input is written over. For one thread.
 */
public final class DetectionFolder implements AutoCloseable {

    /** Many players take AVI files of up to 2 GiB; the last frame comes on top. */
    private static final long CLIP_BYTES = 1L << 30;

    private final Path folder;
    private final CocoGroundTruth categories;
    private final DrawnFrames drawn;
    private final List<GrowingFile> files = new ArrayList<>();
    private final List<CocoImage> images = new ArrayList<>();
    private Optional<CocoResultsStream> json = Optional.empty();
    private Optional<DetectionCsv> csv = Optional.empty();

    /**
     * Begins the files.
     *
     * @param folder may not exist yet; absolute
     * @param formats what is written
     * @param classes the names of the labels 1..classes
     * @param media what is detected on
     * @param every of how many frames of a clip one is detected on
     * @throws StorageException if the folder cannot be written
     */
    public DetectionFolder(
            Path folder,
            Set<OutputFormat> formats,
            List<String> classes,
            Collection<MediaFile> media,
            DetectionPainter painter,
            int every) {
        this.folder = folder;
        this.categories = CocoGroundTruth.of(new Dataset(classes, List.of(), List.of()));
        Set<Path> inputs = media.stream().map(MediaFile::file).collect(Collectors.toSet());
        this.drawn = new DrawnFrames(formats, painter, new OutputNames(folder, inputs), every, CLIP_BYTES);
        boolean begun = false;
        try {
            if (formats.contains(OutputFormat.JSON)) {
                json = Optional.of(new CocoResultsStream(categories.categories(), begin("detections.json")));
            }
            if (formats.contains(OutputFormat.CSV)) {
                csv = Optional.of(new DetectionCsv(classes, begin("detections.csv")));
            }
            begun = true;
        } catch (IOException e) {
            throw StorageException.writing(folder, e);
        } finally {
            if (!begun) {
                close();
            }
        }
    }

    private OutputStream begin(String name) {
        GrowingFile file = GrowingFile.open(folder.resolve(name));
        files.add(file);
        return file.out();
    }

    /**
     * Adds a frame. Those of a clip come one after the other.
     *
     * @return what it was drawn as, or into: the frames of a clip share a file or a folder; empty if nothing is drawn
     * @throws StorageException if it cannot be written
     */
    public Optional<Path> add(Frame frame, List<Detection> detections) {
        try {
            if (json.isPresent()) {
                json.get().write(frame.id(), detections);
                images.add(new CocoImage(
                        frame.id(),
                        fileName(frame.id()),
                        frame.image().width(),
                        frame.image().height(),
                        List.of()));
            }
            if (csv.isPresent()) {
                csv.get().write(frame.source().id(), frame.number(), detections);
            }
        } catch (IOException e) {
            throw StorageException.writing(folder, e);
        }
        return drawn.draw(frame, detections);
    }

    private static String fileName(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /**
     * Puts all files in their places.
     *
     * @throws StorageException if that fails
     */
    public void finish() {
        drawn.finish();
        try {
            if (json.isPresent()) {
                json.get().close();
                CocoWriter.withTextIds(new CocoGroundTruth(categories.categories(), images))
                        .writeGroundTruth(folder.resolve("images.json"));
            }
            if (csv.isPresent()) {
                csv.get().close();
            }
        } catch (IOException e) {
            throw StorageException.writing(folder, e);
        }
        files.forEach(GrowingFile::commit);
    }

    /** Drops what is not finished. */
    @Override
    public void close() {
        drawn.close();
        files.forEach(GrowingFile::close);
    }
}
