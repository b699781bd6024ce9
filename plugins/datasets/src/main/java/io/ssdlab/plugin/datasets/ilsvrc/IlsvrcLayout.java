package io.ssdlab.plugin.datasets.ilsvrc;

import io.ssdlab.plugin.datasets.reading.AvailableNames;
import io.ssdlab.plugin.datasets.reading.FilesById;
import io.ssdlab.spi.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The folder of the data, found to be there. */
record IlsvrcLayout(Path folder) {

    private static final String SPLITS = "ImageSets/DET";

    /** @throws InvalidInputException if there is no such folder, or it holds something else */
    static IlsvrcLayout find(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidInputException(
                    folder.toString(),
                    "no such folder",
                    "Give the folder ILSVRC with ImageSets, Annotations and Data.");
        }
        if (!Files.isDirectory(folder.resolve(SPLITS))) {
            boolean above = Files.isDirectory(folder.resolve("ILSVRC").resolve(SPLITS));
            throw new InvalidInputException(
                    folder.toString(),
                    "the folder holds no detection data of ILSVRC (ImageSets/DET, Annotations/DET, Data/DET)",
                    above
                            ? "Did you mean folder: " + folder.resolve("ILSVRC") + "?"
                            : "Give the folder that holds these three.");
        }
        return new IlsvrcLayout(folder);
    }

    /** The file that lists the images of a split. */
    Path splitFile(String split) {
        Path file = folder.resolve(SPLITS).resolve(split + ".txt");
        if (Files.isRegularFile(file)) {
            return file;
        }
        try {
            Set<String> splits =
                    FilesById.list(folder.resolve(SPLITS), Set.of("txt")).ids();
            throw new InvalidInputException(
                    file.toString(), "no such split", "There is " + new AvailableNames(splits).nearestTo(split) + ".");
        } catch (IOException e) {
            throw new InvalidInputException(
                    folder.resolve(SPLITS).toString(), "the folder cannot be read (" + e + ")", "");
        }
    }

    Path picture(Part part, String id) {
        return folder.resolve("Data/DET").resolve(part.folder()).resolve(id + ".JPEG");
    }

    Path annotation(Part part, String id) {
        return folder.resolve("Annotations/DET").resolve(part.folder()).resolve(id + ".xml");
    }
}
