package io.ssdlab.cli.command;

import io.ssdlab.cli.CliEnvironment;
import io.ssdlab.core.media.Frame;
import io.ssdlab.core.media.MediaFile;
import java.nio.file.Path;
import java.util.Optional;

/** Tells, a line for each picture and each clip, where it was drawn and how many objects it has. For one thread. */
final class DetectionLines {

    private final CliEnvironment environment;
    private Optional<MediaFile> clip = Optional.empty();
    private String name = "";
    private long frames;
    private long objects;

    DetectionLines(CliEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Adds a frame.
     *
     * @param drawn where, if it was
     * @param shown how many objects of it pass the threshold
     */
    void add(Frame frame, Optional<Path> drawn, long shown) {
        if (clip.filter(frame.source()::equals).isEmpty()) {
            end();
            name = drawn.map(environment::shown).orElse(frame.source().id());
        }
        frames++;
        objects += shown;
        if (frame.source() instanceof MediaFile.Clip) {
            clip = Optional.of(frame.source());
        } else {
            environment.out().println("%s: %s".formatted(name, count(shown, "object")));
            reset();
        }
    }

    /** Tells of the clip that is over, if any. */
    void end() {
        if (clip.isPresent()) {
            environment.out().println("%s: %s in %s".formatted(name, count(objects, "object"), count(frames, "frame")));
        }
        reset();
    }

    private void reset() {
        clip = Optional.empty();
        frames = 0;
        objects = 0;
    }

    private static String count(long number, String what) {
        return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }
}
