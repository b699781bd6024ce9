package io.ssdlab.core.draw;

import io.ssdlab.core.data.image.ImageEncoder;
import io.ssdlab.core.data.image.MotionJpegWriter;
import io.ssdlab.core.media.Frame;
import io.ssdlab.core.media.MediaFile;
import io.ssdlab.core.store.AtomicFile;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.evaluation.Detection;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Draws frames as they come: pictures as PNG or JPEG, the frames of a clip as a clip or as a folder of pictures. A clip ends when
 * a frame of another input comes, or at {@link #finish}. For one thread.
 */
final class DrawnFrames implements AutoCloseable {

    private static final int JPEG_QUALITY = 90;

    private final Set<OutputFormat> formats;
    private final DetectionPainter painter;
    private final OutputNames names;
    private final int every;
    private final long clipBytes;
    private final ImageEncoder encoder = new ImageEncoder();
    private Optional<MediaFile> current = Optional.empty();
    private Path place = Path.of("");
    private Optional<MotionJpegWriter> clip = Optional.empty();

    /**
     * Nothing drawn yet.
     *
     * @param formats PNG goes before JPEG, should both be among them
     * @param every of how many frames of a clip one is drawn, by which its rate is divided
     * @param clipBytes the length after which a drawn clip goes on in another file
     */
    DrawnFrames(Set<OutputFormat> formats, DetectionPainter painter, OutputNames names, int every, long clipBytes) {
        this.formats = formats;
        this.painter = painter;
        this.names = names;
        this.every = every;
        this.clipBytes = clipBytes;
    }

    /** Draws, and returns the file; for frames of a clip the clip or the folder of all of them. Empty if nothing is drawn. */
    Optional<Path> draw(Frame frame, List<Detection> detections) {
        boolean begins = current.filter(frame.source()::equals).isEmpty();
        if (begins) {
            finish();
            current = Optional.of(frame.source());
        }
        if (frame.source() instanceof MediaFile.Clip source && formats.contains(OutputFormat.AVI)) {
            drawInClip(source, painter.paint(frame.image(), detections), begins);
        } else if (formats.contains(OutputFormat.PNG) || formats.contains(OutputFormat.JPG)) {
            drawAlone(frame, painter.paint(frame.image(), detections), begins);
        } else {
            return Optional.empty();
        }
        return Optional.of(place);
    }

    private void drawInClip(MediaFile.Clip source, Image drawn, boolean begins) {
        if (begins || clip.filter(open -> open.bytes() > clipBytes).isPresent()) {
            finish();
            place = names.of(source.file(), ".avi");
            clip = Optional.of(
                    MotionJpegWriter.open(place, source.framesPerSecond() / every, drawn.width(), drawn.height()));
        }
        clip.orElseThrow().write(drawn);
    }

    private void drawAlone(Frame frame, Image drawn, boolean begins) {
        boolean png = formats.contains(OutputFormat.PNG);
        String extension = png ? ".png" : ".jpg";
        if (begins) {
            place = names.of(frame.source().file(), frame.number().isPresent() ? "" : extension);
        }
        Path file = frame.number().isPresent()
                ? place.resolve(
                        String.format(Locale.ROOT, "%05d%s", frame.number().getAsInt(), extension))
                : place;
        byte[] encoded = png ? encoder.png(drawn) : encoder.jpeg(drawn, JPEG_QUALITY);
        new AtomicFile(file).write(out -> out.write(encoded));
    }

    /** Ends the clip that is drawn, if any. */
    void finish() {
        clip.ifPresent(MotionJpegWriter::commit);
        close();
    }

    /** Drops a clip that is not finished. */
    @Override
    public void close() {
        clip.ifPresent(MotionJpegWriter::close);
        clip = Optional.empty();
    }
}
