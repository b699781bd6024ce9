package io.ssdlab.cli.command;

import io.ssdlab.core.config.Problems;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of {@code ssdlab explain --figures}. */
final class FigureOptions {

    private static final String FIGURES = "--figures";
    private static final String IMAGE = "--image";
    private static final String RUN = "--run";

    @Option(
            names = FIGURES,
            paramLabel = "DIR",
            description =
                    "Draw into DIR, as PNG, what the experiment does to a training image: prior boxes, matching, augmentation,"
                            + " and, unless --no-engine, the hard negatives.")
    private Optional<String> folder = Optional.empty();

    @Option(
            names = IMAGE,
            paramLabel = "ID",
            description = "With --figures: the training image to draw on; one that shows much by default.")
    private Optional<String> image = Optional.empty();

    @Option(
            names = RUN,
            paramLabel = "RUN",
            description =
                    "With --figures: a finished run of this model, for the hard negatives after training beside those before: the"
                            + " first digits of its id, or its folder's name.")
    private Optional<String> run = Optional.empty();

    /**
     * The folder to draw into; empty if nothing is to be drawn.
     *
     * @param withoutEngine whether no engine may be loaded
     * @throws io.ssdlab.spi.InvalidInputException if an option makes no sense
     */
    Optional<String> folder(boolean withoutEngine) {
        Problems problems = new Problems();
        if (folder.isEmpty()) {
            image.ifPresent(given -> needsFigures(IMAGE, problems));
            run.ifPresent(given -> needsFigures(RUN, problems));
        }
        if (withoutEngine && run.isPresent()) {
            problems.add(RUN, "needs an engine", "leave out --no-engine, or " + RUN);
        }
        problems.throwIfAny();
        return folder;
    }

    private static void needsFigures(String option, Problems problems) {
        problems.add(option, "goes with " + FIGURES + " alone", "give " + FIGURES + " DIR too, or leave it out");
    }

    Optional<String> image() {
        return image;
    }

    Optional<String> run() {
        return run;
    }
}
