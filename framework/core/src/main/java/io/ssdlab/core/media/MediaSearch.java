package io.ssdlab.core.media;

import io.ssdlab.core.config.Problems;
import io.ssdlab.core.data.image.MotionJpegReader;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/**
 * Finds the pictures and clips that a user names: files, folders, and patterns that the shell did not expand. A file counts
 * once, however often it is named. Names that begin with a dot are passed over unless they are given themselves.
 *
 * @param workingDirectory against which inputs are resolved; absolute
 * @param recursive whether folders are searched with all folders in them
 * @param skipped a folder that no search goes into, such as the one for what is drawn; absolute
 */
public record MediaSearch(Path workingDirectory, boolean recursive, Optional<Path> skipped) {

    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "jpe", "png", "bmp");
    private static final String PICTURE_OR_CLIP = "give JPEG, PNG or BMP pictures, or Motion JPEG clips in AVI";

    /**
     * Finds everything: the inputs in the order given, the files of a folder or pattern in the order of their paths. Files are
     * looked into, not decoded; clips are opened.
     *
     * @throws InvalidInputException with everything that is wrong with any input: nothing there, no permission, no picture, a
     *     video that cannot be read, a folder or a pattern without a picture
     */
    public List<MediaFile> find(List<String> inputs) {
        Problems problems = new Problems();
        Map<Path, String> named = new LinkedHashMap<>();
        for (String input : inputs) {
            try {
                addFiles(input, named, problems);
            } catch (InvalidPathException e) {
                problems.add(input, "this can be no path: " + e.getReason(), "check its characters");
            }
        }
        List<MediaFile> media = new ArrayList<>();
        named.forEach((file, id) -> {
            try {
                media.add(look(id, file));
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        });
        problems.throwIfAny();
        return media;
    }

    private void addFiles(String input, Map<Path, String> named, Problems problems) {
        Path given = workingDirectory.getFileSystem().getPath(input);
        Path path = workingDirectory.resolve(given);
        if (input.isBlank()) {
            problems.add("'" + input + "'", "an input without a name", PICTURE_OR_CLIP);
        } else if (Files.isDirectory(path)) {
            addFolder(input, given, named, problems);
        } else if (!Files.exists(path) && GlobPattern.isPattern(input)) {
            addMatches(input, named, problems);
        } else if (!Files.exists(path)) {
            problems.add(input, "there is no such file or folder", "check the path");
        } else {
            add(given, named);
        }
    }

    private void add(Path given, Map<Path, String> named) {
        named.putIfAbsent(
                workingDirectory.resolve(given).normalize(), given.normalize().toString());
    }

    private void addFolder(String input, Path given, Map<Path, String> named, Problems problems) {
        FolderWalk walk = walk(given, recursive ? Integer.MAX_VALUE : 1, problems);
        List<Path> pictures = walk.files(file -> PICTURES.contains(extension(file)));
        if (pictures.isEmpty() && walk.unreadable() == 0) {
            String where = recursive ? "this folder and those in it" : "this folder";
            String remedy = !recursive && walk.hasFolders()
                    ? "--recursive looks into the folders in it too"
                    : "give a folder with pictures; clips are given by name";
            problems.add(input, "no JPEG, PNG or BMP picture in " + where, remedy);
        }
        pictures.forEach(file -> add(given.resolve(file), named));
    }

    private void addMatches(String input, Map<Path, String> named, Problems problems) {
        GlobPattern pattern;
        try {
            pattern = GlobPattern.parse(input, workingDirectory);
        } catch (PatternSyntaxException e) {
            problems.add(input, "this is no pattern: " + e.getDescription(), "close every [ and {");
            return;
        }
        Path base = pattern.base();
        if (!Files.isDirectory(workingDirectory.resolve(base))) {
            problems.add(input, "there is no folder " + base, "check the path");
            return;
        }
        FolderWalk walk = walk(base, pattern.depth(), problems);
        List<Path> matches = walk.files(pattern.matcher()::matches);
        if (matches.isEmpty() && walk.unreadable() == 0) {
            problems.add(input, "no file matches", "* stands for a part of a name, ** for any number of folders too");
        }
        matches.forEach(file -> add(base.resolve(file), named));
    }

    private FolderWalk walk(Path given, int depth, Problems problems) {
        FolderWalk walk = new FolderWalk(workingDirectory.resolve(given), skipped);
        walk.go(depth, problems);
        return walk;
    }

    private static String extension(Path file) {
        return MediaKind.extension(file.getFileName().toString());
    }

    private static MediaFile look(String id, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(id, "this is no file, but a device or the like", PICTURE_OR_CLIP);
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(MediaKind.HEAD);
        } catch (IOException e) {
            throw new InvalidInputException(
                    id,
                    "the file cannot be read: "
                            + (e instanceof AccessDeniedException ? "permission denied" : e.getMessage()),
                    "see that it may be read");
        }
        return switch (MediaKind.of(head, file.getFileName().toString())) {
            case PICTURE -> new MediaFile.Picture(id, file);
            case MOTION_JPEG -> clip(id, file);
            case OTHER_VIDEO ->
                throw new InvalidInputException(
                        id,
                        "of videos, only Motion JPEG in AVI can be read, and this is another",
                        MotionJpegReader.REMEDY);
            case UNKNOWN ->
                throw new InvalidInputException(
                        id,
                        head.length == 0 ? "the file is empty" : "this is no picture and no video",
                        PICTURE_OR_CLIP);
        };
    }

    private static MediaFile clip(String id, Path file) {
        try (MotionJpegReader reader = MotionJpegReader.open(file)) {
            return new MediaFile.Clip(id, file, reader.framesPerSecond());
        }
    }
}
