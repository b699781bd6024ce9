package io.ssdlab.plugin.datasets.ilsvrc;

import io.ssdlab.plugin.datasets.reading.EmptyBoxes;
import io.ssdlab.plugin.datasets.voc.VocFolderOnDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes a data set in ILSVRC's layout piece by piece, good or bad, for tests. */
final class IlsvrcFolderOnDisk {

    private final Path folder;

    /** With the class map of ant, bee and tick. */
    IlsvrcFolderOnDisk(Path folder) {
        this.folder = folder;
        file("devkit/data/map_det.txt", "n02219486 1 ant\nn01776313 3 tick\nn02206856 2 bee\n");
        split("empty");
    }

    Path folder() {
        return folder;
    }

    /** A good image with its annotation: {@code objects} are the inner parts of the annotation. */
    IlsvrcFolderOnDisk image(String part, String id, String... objects) {
        return picture(part, id)
                .file(
                        "Annotations/DET/" + part + "/" + id + ".xml",
                        "<annotation>\n<folder>x</folder><filename>x</filename>\n" + String.join("\n", objects)
                                + "\n</annotation>\n");
    }

    IlsvrcFolderOnDisk picture(String part, String id) {
        Path file = folder.resolve("Data/DET").resolve(part).resolve(id + ".JPEG");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, VocFolderOnDisk.jpeg());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    IlsvrcFolderOnDisk split(String name, String... lines) {
        return file("ImageSets/DET/" + name + ".txt", String.join("\n", lines) + "\n");
    }

    IlsvrcFolderOnDisk file(String path, String text) {
        Path file = folder.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The default settings for a split. */
    IlsvrcConfig config(String split) {
        return new IlsvrcConfig(folder, split, Optional.empty(), 0, false, true, EmptyBoxes.REFUSE);
    }

    List<String> ids(IlsvrcConfig config) {
        return new IlsvrcReader(config)
                .read().images().stream().map(image -> image.id()).toList();
    }
}
