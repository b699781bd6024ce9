package io.ssdlab.cli.experiment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A sound data set in VOC layout to break: images {@code 000001} to {@code 000004} in the splits {@code train} and {@code
 * test}, each of 80x60 pixels with one red {@code box} at (20, 10) to (50, 40).
 */
record VocFolder(Path folder) {

    private static final int IMAGES = 4;

    static VocFolder in(Path folder) {
        VocFolder voc = new VocFolder(folder);
        try {
            Files.createDirectories(folder.resolve("ImageSets/Main"));
            Files.createDirectories(folder.resolve("Annotations"));
            Files.createDirectories(folder.resolve("JPEGImages"));
            StringBuilder ids = new StringBuilder();
            for (int i = 1; i <= IMAGES; i++) {
                String id = "%06d".formatted(i);
                ids.append(id).append('\n');
                voc.draw(id);
                voc.annotate(id, "box", "20", "10", "50", "40");
            }
            Files.writeString(folder.resolve("ImageSets/Main/train.txt"), ids);
            Files.writeString(folder.resolve("ImageSets/Main/test.txt"), ids);
            return voc;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(String id) throws IOException {
        BufferedImage picture = new BufferedImage(80, 60, BufferedImage.TYPE_3BYTE_BGR);
        Random noise = new Random(id.hashCode());
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                picture.setRGB(x, y, noise.nextInt(0x1000000));
            }
        }
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(20, 10, 30, 30);
        graphics.dispose();
        try (OutputStream out = Files.newOutputStream(image(id))) {
            ImageIO.write(picture, "jpg", out);
        }
    }

    Path image(String id) {
        return folder.resolve("JPEGImages").resolve(id + ".jpg");
    }

    Path annotation(String id) {
        return folder.resolve("Annotations").resolve(id + ".xml");
    }

    void annotate(String id, String name, String xMin, String yMin, String xMax, String yMax) throws IOException {
        Files.writeString(annotation(id), """
                <annotation>
                  <filename>%s.jpg</filename>
                  <size><width>80</width><height>60</height><depth>3</depth></size>
                  <object>
                    <name>%s</name>
                    <difficult>0</difficult>
                    <bndbox><xmin>%s</xmin><ymin>%s</ymin><xmax>%s</xmax><ymax>%s</ymax></bndbox>
                  </object>
                </annotation>
                """.formatted(id, name, xMin, yMin, xMax, yMax));
    }
}
