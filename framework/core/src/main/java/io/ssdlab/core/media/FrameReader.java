package io.ssdlab.core.media;

import io.ssdlab.core.data.image.ImageDecoder;
import io.ssdlab.core.data.image.MotionJpegReader;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.data.Image;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Decodes pictures and clips, a batch at a time: no more frames than that are held here. Pictures of a batch are decoded side
 * by side. What cannot be decoded is left out and noted. For one thread.
 */
public final class FrameReader implements AutoCloseable {

    private final Deque<MediaFile> left;
    private final int batchSize;
    private final int every;
    private final ImageDecoder decoder = new ImageDecoder();
    private final ExecutorService threads;
    private final List<Problem> problems = new ArrayList<>();
    private Optional<OpenClip> clip = Optional.empty();

    /**
     * Nothing read yet.
     *
     * @param every of a clip, each frame whose number is a multiple of it; 1 for all
     */
    public FrameReader(Collection<MediaFile> media, int batchSize, int every) {
        this.left = new ArrayDeque<>(media);
        this.batchSize = batchSize;
        this.every = every;
        this.threads = Executors.newFixedThreadPool(
                Math.min(batchSize, Runtime.getRuntime().availableProcessors()));
    }

    /** The next frames in order: a full batch, fewer at the end, none after it. */
    public List<Frame> next() {
        List<Frame> frames = new ArrayList<>();
        while (frames.size() < batchSize && (clip.isPresent() || !left.isEmpty())) {
            if (clip.isPresent()) {
                clip.get().read().ifPresentOrElse(frames::add, this::endClip);
            } else if (left.peekFirst() instanceof MediaFile.Clip next) {
                left.removeFirst();
                open(next);
            } else {
                addPictures(frames);
            }
        }
        return frames;
    }

    /** What could not be decoded so far, in order. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void open(MediaFile.Clip next) {
        try {
            clip = Optional.of(new OpenClip(next, MotionJpegReader.open(next.file())));
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
        }
    }

    private void endClip() {
        clip.ifPresent(OpenClip::close);
        clip = Optional.empty();
    }

    /** As many pictures as the batch still takes and no clip comes before. */
    private void addPictures(List<Frame> frames) {
        List<CompletableFuture<Frame>> decoded = new ArrayList<>();
        while (frames.size() + decoded.size() < batchSize && left.peekFirst() instanceof MediaFile.Picture picture) {
            left.removeFirst();
            decoded.add(CompletableFuture.supplyAsync(() -> decode(picture), threads));
        }
        for (CompletableFuture<Frame> frame : decoded) {
            try {
                frames.add(frame.join());
            } catch (CompletionException failure) {
                if (failure.getCause() instanceof InvalidInputException undecodable) {
                    problems.addAll(undecodable.problems());
                } else {
                    throw failure;
                }
            }
        }
    }

    private Frame decode(MediaFile.Picture picture) {
        return new Frame(
                picture,
                OptionalInt.empty(),
                decoder.decode(picture.file().getFileName().toString(), picture.file()));
    }

    @Override
    public void close() {
        endClip();
        threads.shutdownNow();
    }

    /** The clip that is read, and how far it is. */
    private final class OpenClip {

        private final MediaFile.Clip source;
        private final MotionJpegReader reader;
        private int number = -1;

        OpenClip(MediaFile.Clip source, MotionJpegReader reader) {
            this.source = source;
            this.reader = reader;
        }

        /** The next frame that is wanted and whole; empty at the end, and where the file can no longer be read. */
        Optional<Frame> read() {
            try {
                return next();
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
                return Optional.empty();
            }
        }

        private Optional<Frame> next() {
            while (reader.advance()) {
                number++;
                if (number % every == 0) {
                    Optional<Image> image = reader.frame();
                    if (image.isPresent()) {
                        return Optional.of(new Frame(source, OptionalInt.of(number), image.get()));
                    }
                    problems.add(new Problem(
                            source.id(),
                            "frame %d is damaged".formatted(number),
                            "it was left out; convert the clip again"));
                }
            }
            if (reader.isCutOff()) {
                problems.add(new Problem(
                        source.id(),
                        "the clip is cut off after %d frames".formatted(number + 1),
                        "what is there was detected on; fetch or copy the file again"));
            }
            return Optional.empty();
        }

        void close() {
            reader.close();
        }
    }
}
