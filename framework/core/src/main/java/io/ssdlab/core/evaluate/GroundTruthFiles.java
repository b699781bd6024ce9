package io.ssdlab.core.evaluate;

import com.google.inject.Injector;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.core.config.SettingOverride;
import io.ssdlab.core.experiment.VocChoice;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads ground truth from where it was published: a COCO instances file, a VOC devkit, or one data set in VOC's layout. */
public final class GroundTruthFiles {

    private static final String OPTION = "--split";
    private static final String LISTS = "ImageSets/Main";
    private static final Pattern YEAR_FOLDER = Pattern.compile("VOC(\\d{4})");
    private static final Pattern OF_YEAR = Pattern.compile("(\\d{4})-(.+)");

    private final Injector plugins;
    private final List<SettingOverride> settings;

    /**
     * Reads nothing yet.
     *
     * @param plugins {@link io.ssdlab.core.plugin.ComponentRegistry#injector}, which has the reader of VOC's layout
     * @param settings of that reader, {@code ground-truth.KEY=VALUE}
     */
    public GroundTruthFiles(Injector plugins, List<SettingOverride> settings) {
        this.plugins = plugins;
        this.settings = List.copyOf(settings);
    }

    /**
     * Reads a split.
     *
     * @param place an instances file, or a folder
     * @param split of a devkit's folder {@code YEAR-NAME}, of one data set's {@code NAME}; for an instances file, the name
     *     that VOC's result files have for it
     * @throws InvalidInputException with the problems of the data, or if the split cannot be told
     */
    public ScoredSplit read(Path place, Optional<String> split) {
        if (!Files.isDirectory(place)) {
            refuseSettings(place);
            return new ScoredSplit(CocoGroundTruth.read(place), split, true, List.of());
        }
        if (Files.isDirectory(place.resolve(LISTS))) {
            return voc(place, split.orElseThrow(() -> unnamed(place, "NAME, a list " + LISTS + "/NAME.txt")));
        }
        List<String> years = years(place);
        if (years.isEmpty()) {
            throw new InvalidInputException(
                    place.toString(),
                    "the folder holds no VOC data set and no VOC devkit",
                    "give the folder with Annotations and ImageSets/Main, the one above with VOC2007, VOC2012,"
                            + " or a COCO instances file");
        }
        String wanted = split.orElseThrow(() -> unnamed(place, "YEAR-NAME, such as " + years.get(0) + "-test"));
        Matcher ofYear = OF_YEAR.matcher(wanted);
        if (!ofYear.matches() || !years.contains(ofYear.group(1))) {
            throw new InvalidInputException(
                    OPTION + " " + wanted,
                    "no split of the devkit " + place,
                    "write YEAR-NAME, such as %s-test; it has the years: %s"
                            .formatted(years.get(0), String.join(", ", years)));
        }
        return voc(place, Optional.of(ofYear.group(1)), ofYear.group(2));
    }

    /** Of a data set's own folder, where {@code YEAR-NAME} says what its name does. */
    private ScoredSplit voc(Path folder, String split) {
        Matcher ofYear = OF_YEAR.matcher(split);
        boolean repeatsFolder = ofYear.matches()
                && String.valueOf(folder.getFileName()).equals("VOC" + ofYear.group(1))
                && !Files.exists(folder.resolve(LISTS).resolve(split + ".txt"));
        return voc(folder, Optional.empty(), repeatsFolder ? ofYear.group(2) : split);
    }

    private ScoredSplit voc(Path folder, Optional<String> year, String split) {
        Dataset dataset = VocChoice.read(plugins, folder, year, split, settings);
        return new ScoredSplit(CocoGroundTruth.of(dataset), Optional.of(split), false, dataset.warnings());
    }

    private void refuseSettings(Path file) {
        if (!settings.isEmpty()) {
            throw new InvalidInputException(
                    settings.stream().map(SettingOverride::key).collect(Collectors.joining(", ")),
                    "settings for ground truth that is no VOC folder: " + file,
                    "leave them out");
        }
    }

    private static InvalidInputException unnamed(Path place, String form) {
        return new InvalidInputException(
                place.toString(), "the folder has many splits, and none is named", "add " + OPTION + " " + form);
    }

    private static List<String> years(Path devkit) {
        try (Stream<Path> entries = Files.list(devkit)) {
            return entries.filter(Files::isDirectory)
                    .map(folder -> YEAR_FOLDER.matcher(folder.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(folder -> folder.group(1))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InvalidInputException(devkit.toString(), "the folder cannot be read (" + e + ")", "");
        }
    }
}
