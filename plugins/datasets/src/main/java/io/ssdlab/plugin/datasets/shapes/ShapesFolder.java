package io.ssdlab.plugin.datasets.shapes;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The folder in the cache that holds the drawn data set in VOC layout. */
final class ShapesFolder {

    /** Changes with everything that changes the pixels or boxes drawn from the same settings. */
    private static final int GENERATOR_VERSION = 1;

    private static final float JPEG_QUALITY = 0.92f;

    private final ShapesConfig config;
    private final Path cache;
    private final String name;

    ShapesFolder(ShapesConfig config, Path cache) {
        this.config = config;
        this.cache = cache;
        this.name = "shapes-v%d-seed%d-%dpx-%dtrain-%dtest"
                .formatted(
                        GENERATOR_VERSION,
                        config.seed(),
                        config.imageSize(),
                        config.trainImages(),
                        config.testImages());
    }

    /** The complete folder, drawn now unless it is there. */
    Path drawn() {
        Path folder = cache.resolve(name);
        if (!Files.isDirectory(folder)) {
            draw(folder);
        }
        return folder;
    }

    private void draw(Path folder) {
        Path unfinished = cache.resolve("." + name + "." + UUID.randomUUID());
        try {
            try {
                for (String part : List.of("Annotations", "ImageSets/Main", "JPEGImages")) {
                    Files.createDirectories(unfinished.resolve(part));
                }
                for (ShapesSplit split : ShapesSplit.values()) {
                    draw(split, unfinished);
                }
                publish(unfinished, folder);
            } finally {
                delete(unfinished);
            }
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private static UncheckedIOException failed(Path folder, IOException cause) {
        return new UncheckedIOException("the data set shapes cannot be drawn into " + folder + ": " + cause, cause);
    }

    /**
     * Whoever draws the same data set at the same time draws the same: the first one's stays. The files are not forced to
     * disk, which would take longer than to draw them; one lost with the power is found damaged by the reader.
     */
    private static void publish(Path unfinished, Path folder) throws IOException {
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private void draw(ShapesSplit split, Path folder) throws IOException {
        int images = config.images(split);
        // A stream that throws leaves its other threads writing while the folder is being cleared away: so it does not.
        AtomicReference<IOException> failure = new AtomicReference<>();
        IntStream.range(0, images)
                .parallel()
                .filter(index -> failure.get() == null)
                .forEach(index -> {
                    Scene scene = Scene.compose(config.imageSize(), split.randomOf(config.seed(), index));
                    String id = id(split, index);
                    try {
                        Files.write(folder.resolve("JPEGImages").resolve(id + ".jpg"), jpeg(scene.image()));
                        Files.writeString(
                                folder.resolve("Annotations").resolve(id + ".xml"),
                                new VocXml(id + ".jpg", scene).text());
                    } catch (IOException e) {
                        failure.compareAndSet(null, e);
                    }
                });
        if (failure.get() != null) {
            throw failure.get();
        }
        String list = IntStream.range(0, images)
                .mapToObj(index -> id(split, index) + "\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("ImageSets/Main").resolve(split.fileName() + ".txt"), list);
    }

    private static String id(ShapesSplit split, int index) {
        return String.format(Locale.ROOT, "%s%06d", split.fileName(), index + 1);
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(JPEG_QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
