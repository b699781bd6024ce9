package io.ssdlab.cli.command;

import io.ssdlab.core.config.Problems;
import io.ssdlab.core.coverage.CoverageReport;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of {@code ssdlab priors --coverage}. */
final class CoverageOptions {

    private static final String COVERAGE = "--coverage";
    private static final String FORMAT = "--format";
    private static final String WORST = "--worst";
    private static final String PICTURE = "--picture";
    private static final String EXTENSION = ".png";
    private static final int DEFAULT_WORST = 3;

    @Option(
            names = COVERAGE,
            description =
                    "In place of the boxes, print how well they cover the objects of the training split, for every row"
                            + " or that of --row: recall by size, aspect ratio and class, unmatched objects, positives by source"
                            + " map. Objects are taken as annotated, before augmentation.")
    private boolean wanted;

    @Option(names = FORMAT, paramLabel = "FORMAT", description = "With --coverage: md (default), csv or json.")
    private Optional<Format> format = Optional.empty();

    @Option(
            names = WORST,
            paramLabel = "N",
            description = "With --coverage: how many of the worst covered objects to list; 3 by default.")
    private Optional<Integer> worst = Optional.empty();

    @Option(names = PICTURE, paramLabel = "FILE.png", description = "With --coverage: draw it too.")
    private Optional<String> picture = Optional.empty();

    /** What coverage is printed as. */
    enum Format {
        /** Markdown. */
        md {
            @Override
            String of(CoverageReport report) {
                return report.markdown();
            }
        },
        /** Comma-separated values: a line for each row, group and measure. */
        csv {
            @Override
            String of(CoverageReport report) {
                return report.csv();
            }
        },
        /** JSON. */
        json {
            @Override
            String of(CoverageReport report) {
                return Json.of(report.values());
            }
        };

        abstract String of(CoverageReport report);
    }

    /**
     * Whether coverage is asked for.
     *
     * @throws io.ssdlab.spi.InvalidInputException if an option makes no sense
     */
    boolean areGiven() {
        Problems problems = new Problems();
        if (!wanted) {
            format.ifPresent(given -> needsCoverage(FORMAT, problems));
            worst.ifPresent(given -> needsCoverage(WORST, problems));
            picture.ifPresent(given -> needsCoverage(PICTURE, problems));
        }
        worst.filter(count -> count < 0)
                .ifPresent(count -> problems.add(WORST, count + " objects cannot be listed", "give 0 or more"));
        picture.filter(file -> !file.toLowerCase(Locale.ROOT).endsWith(EXTENSION))
                .ifPresent(file -> problems.add(
                        PICTURE, "%s is no name of a PNG file".formatted(file), "let it end in " + EXTENSION));
        problems.throwIfAny();
        return wanted;
    }

    private static void needsCoverage(String option, Problems problems) {
        problems.add(option, "goes with " + COVERAGE + " alone", "give " + COVERAGE + " too, or leave it out");
    }

    Format format() {
        return format.orElse(Format.md);
    }

    int worst() {
        return worst.orElse(DEFAULT_WORST);
    }

    Optional<String> picture() {
        return picture;
    }
}
