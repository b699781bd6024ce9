package io.ssdlab.plugin.datasets.voc;

import io.ssdlab.plugin.datasets.reading.EmptyBoxes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Writes a VOC data set piece by piece, good or bad, for tests. */
public final class VocFolderOnDisk {

    public static final int WIDTH = 60;
    public static final int HEIGHT = 40;

    private final Path folder;

    public VocFolderOnDisk(Path folder) {
        this.folder = folder;
        for (String part : List.of("Annotations", "ImageSets/Main", "JPEGImages")) {
            io(() -> Files.createDirectories(folder.resolve(part)));
        }
    }

    public Path folder() {
        return folder;
    }

    /** A good image with its annotation: {@code objects} are the inner parts of the annotation. */
    public VocFolderOnDisk image(String id, String... objects) {
        return picture(id + ".jpg", jpeg()).annotation(id, objects);
    }

    public VocFolderOnDisk picture(String fileName, byte[] content) {
        io(() -> Files.write(folder.resolve("JPEGImages").resolve(fileName), content));
        return this;
    }

    public VocFolderOnDisk annotation(String id, String... objects) {
        String size = "<size><width>%d</width><height>%d</height><depth>3</depth></size>".formatted(WIDTH, HEIGHT);
        return xml(
                id,
                "<annotation>\n<filename>wrong.jpg</filename>\n" + size + "\n" + String.join("\n", objects)
                        + "\n</annotation>\n");
    }

    public VocFolderOnDisk xml(String id, String text) {
        io(() -> Files.writeString(folder.resolve("Annotations").resolve(id + ".xml"), text));
        return this;
    }

    public VocFolderOnDisk split(String name, String... lines) {
        io(() -> Files.write(folder.resolve("ImageSets/Main").resolve(name + ".txt"), Arrays.asList(lines)));
        return this;
    }

    /** An object with all that is optional left out. */
    public static String object(String name, Object xMin, Object yMin, Object xMax, Object yMax) {
        return "<object><name>%s</name>%s</object>".formatted(name, box(xMin, yMin, xMax, yMax));
    }

    public static String box(Object xMin, Object yMin, Object xMax, Object yMax) {
        return "<bndbox><xmin>%s</xmin><ymin>%s</ymin><xmax>%s</xmax><ymax>%s</ymax></bndbox>"
                .formatted(xMin, yMin, xMax, yMax);
    }

    public static byte[] jpeg() {
        return encoded("jpeg", WIDTH, HEIGHT);
    }

    public static byte[] encoded(String format, int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        io(() -> ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes));
        return bytes.toByteArray();
    }

    /** The settings to read the split {@code train} with all classes. */
    public VocConfig config() {
        return new VocConfig(
                folder,
                Optional.empty(),
                "train",
                List.of(),
                0,
                true,
                EmptyBoxes.REFUSE,
                Annotations.REQUIRED,
                Pictures.REQUIRED);
    }

    private interface FileAction {
        Object run() throws IOException;
    }

    private static void io(FileAction action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
