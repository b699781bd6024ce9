package io.ssdlab.plugin.datasets.coco;

import io.ssdlab.plugin.datasets.picture.BrokenImageException;
import io.ssdlab.plugin.datasets.picture.ImageHeader;
import io.ssdlab.spi.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Finds the pictures that an instances file names, inside their folder only. For any number of threads.
 *
 * @param folder that the names start from
 */
record PictureFolder(Path folder) {

    /**
     * The picture of that name, if it is there and of the size stated in pixels; else the reason is in {@code problems}.
     *
     * @param where the name is listed
     */
    Optional<Path> find(String name, int width, int height, String where, List<Problem> problems) {
        Optional<Path> file = inside(name);
        if (file.isEmpty()) {
            problems.add(new Problem(
                    where,
                    name.isBlank()
                            ? "the image has no file_name"
                            : "file_name '" + name + "' is no path inside its folder",
                    "It should be the name of a file in " + folder + ", or a path below it."));
            return Optional.empty();
        }
        if (!Files.exists(file.get())) {
            problems.add(new Problem(
                    where,
                    "there is no picture " + file.get(),
                    "Add it, remove the image, or mend images, the folder that file names start from."));
            return Optional.empty();
        }
        try {
            ImageHeader header = ImageHeader.read(file.get());
            if (header.width() == width && header.height() == height) {
                return file;
            }
            problems.add(new Problem(
                    where,
                    "states %d x %d pixels, the picture %s has %d x %d"
                            .formatted(width, height, file.get(), header.width(), header.height()),
                    "Boxes can be trusted if both agree: mend width and height, or take the right picture."));
        } catch (BrokenImageException e) {
            problems.add(new Problem(
                    file.get().toString(), e.getMessage(), "Replace the file or remove the image from the list."));
        } catch (IOException e) {
            problems.add(new Problem(file.get().toString(), "the picture cannot be read (" + e + ")", ""));
        }
        return Optional.empty();
    }

    private Optional<Path> inside(String name) {
        if (name.isBlank() || name.contains("\0")) {
            return Optional.empty();
        }
        try {
            Path path = folder.getFileSystem().getPath(name);
            boolean escapes = path.isAbsolute()
                    || StreamSupport.stream(path.spliterator(), false)
                            .anyMatch(part -> part.toString().equals(".."));
            return escapes ? Optional.empty() : Optional.of(folder.resolve(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
