package io.ssdlab.plugin.datasets.voc;

import io.ssdlab.plugin.datasets.reading.AvailableNames;
import io.ssdlab.plugin.datasets.reading.FilesById;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of one VOC data set, found to be there.
 *
 * @param folder holds the three below
 * @param splits the files {@code ImageSets/Main/*.txt}
 * @param annotations the files {@code Annotations/*.xml}; none if the settings say that there are none
 * @param images the files of {@code JPEGImages}, JPEG or PNG; may be none if the settings do not require them
 */
record VocLayout(Path folder, FilesById splits, FilesById annotations, FilesById images) {

    private static final String ANNOTATIONS = "Annotations";
    private static final String SPLITS = "ImageSets/Main";
    private static final String IMAGES = "JPEGImages";
    private static final String ALLOW = "Give this user the right to read and enter it.";

    /**
     * Lists the folder that the settings name.
     *
     * @throws InvalidInputException if it or a part of it is missing or cannot be read, saying what is there instead
     */
    static VocLayout find(VocConfig config) {
        Path folder = config.year().map(year -> ofYear(config.folder(), year)).orElse(config.folder());
        if (!Files.isDirectory(folder)) {
            throw missing(folder);
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw new InvalidInputException(folder.toString(), "the folder cannot be read", ALLOW);
        }
        if (Stream.of(ANNOTATIONS, SPLITS, IMAGES).noneMatch(part -> Files.isDirectory(folder.resolve(part)))) {
            throw notVoc(folder);
        }
        List<Problem> problems = new ArrayList<>();
        FilesById splits = list(folder.resolve(SPLITS), Set.of("txt"), problems);
        FilesById annotations = config.annotations() == Annotations.ABSENT
                ? FilesById.none()
                : list(folder.resolve(ANNOTATIONS), Set.of("xml"), problems);
        boolean noPictures = config.pictures() == Pictures.OPTIONAL && !Files.isDirectory(folder.resolve(IMAGES));
        FilesById images =
                noPictures ? FilesById.none() : list(folder.resolve(IMAGES), Set.of("jpg", "jpeg", "png"), problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return new VocLayout(folder, splits, annotations, images);
    }

    /** Where the annotation of an image would be. */
    Path annotationFile(String id) {
        return folder.resolve(ANNOTATIONS).resolve(id + ".xml");
    }

    /** Where the picture of an image would be. */
    Path pictureFile(String id) {
        return folder.resolve(IMAGES).resolve(id + ".jpg");
    }

    /** The file that lists the images of a split. */
    Path splitFile(String split) {
        List<Path> files = splits.of(split);
        if (files.isEmpty()) {
            throw new InvalidInputException(
                    folder.resolve(SPLITS).resolve(split + ".txt").toString(),
                    "no such split",
                    "There is " + new AvailableNames(splits.ids()).nearestTo(split) + ".");
        }
        return files.get(0);
    }

    private static Path ofYear(Path devkit, int year) {
        String name = "VOC" + year;
        // Whoever names the year's folder itself has said the same thing twice.
        boolean named = devkit.getFileName() != null
                && devkit.getFileName().toString().equals(name)
                && !Files.isDirectory(devkit.resolve(name));
        return named ? devkit : devkit.resolve(name);
    }

    private static FilesById list(Path folder, Set<String> extensions, List<Problem> problems) {
        try {
            return FilesById.list(folder, extensions);
        } catch (IOException e) {
            boolean there = Files.isDirectory(folder);
            problems.add(new Problem(
                    folder.toString(),
                    there ? "the folder cannot be read (" + e + ")" : "no such folder",
                    there ? ALLOW : "A VOC data set has Annotations, ImageSets/Main and JPEGImages."));
            return FilesById.none();
        }
    }

    private static InvalidInputException missing(Path folder) {
        Path existing = folder.toAbsolutePath().getParent();
        Path absent = folder.toAbsolutePath();
        while (existing != null && !Files.isDirectory(existing)) {
            absent = existing;
            existing = existing.getParent();
        }
        if (existing == null || absent.getFileName() == null) {
            return new InvalidInputException(folder.toString(), "no such folder", "");
        }
        List<String> siblings = subfolders(existing).stream()
                .map(sibling -> sibling.getFileName().toString())
                .toList();
        return new InvalidInputException(
                folder.toString(),
                "no such folder",
                "%s has the folders %s."
                        .formatted(
                                existing,
                                new AvailableNames(siblings)
                                        .nearestTo(absent.getFileName().toString())));
    }

    private static InvalidInputException notVoc(Path folder) {
        List<Path> children = subfolders(folder);
        String below = Stream.concat(children.stream(), children.stream().flatMap(child -> subfolders(child).stream()))
                .filter(candidate -> Files.isDirectory(candidate.resolve(ANNOTATIONS)))
                .map(candidate -> "folder: " + candidate)
                .limit(5)
                .collect(Collectors.joining(" or "));
        return new InvalidInputException(
                folder.toString(),
                "the folder holds no VOC data set (Annotations, ImageSets/Main, JPEGImages)",
                below.isEmpty() ? "Give the folder that holds these three." : "Did you mean " + below + "?");
    }

    private static List<Path> subfolders(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
