package io.ssdlab.core.draw;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.coco.CocoDetections;
import io.ssdlab.coco.CocoGroundTruth;
import io.ssdlab.core.data.image.ImageEncoder;
import io.ssdlab.core.data.image.PictureFiles;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.evaluation.Detection;
import io.ssdlab.spi.evaluation.EvaluatedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionFolderTest {

    private final Path root = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setWorkingDirectory("/lab").build())
            .getPath("/lab");

    @Test
    void writesPicturesOfOneNameSideBySideAndFilesThatReadBack() throws IOException {
        Path one = picture("a/cat.jpg");
        Path two = picture("b/cat.jpg");
        List<AnnotatedImage> images = PictureFiles.of(List.of(one, two, one));
        Detection found = new Detection(1, 0.75f, new PixelBox(1, 2, 9, 8));
        List<EvaluatedImage> detected = List.of(
                new EvaluatedImage(one.toString(), 20, 10, List.of(), List.of(found)),
                new EvaluatedImage(two.toString(), 20, 10, List.of(), List.of()));

        List<Path> drawn = new DetectionFolder(root.resolve("out"))
                .write(List.of("cat"), images, detected, new DetectionPainter(List.of("cat"), 0.5f));

        assertThat(drawn).containsExactly(root.resolve("out/cat.png"), root.resolve("out/cat-2.png"));
        assertThat(PictureFiles.of(drawn)).extracting(AnnotatedImage::width).containsExactly(160, 160);
        CocoGroundTruth context = CocoGroundTruth.read(root.resolve("out/images.json"));
        assertThat(context.classes()).containsExactly("cat");
        assertThat(CocoDetections.read(root.resolve("out/detections.json"), context)
                        .of(one.toString()))
                .containsExactly(found);
    }

    private Path picture(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, new ImageEncoder().jpeg(new Image(20, 10, new byte[600]), 90));
    }
}
