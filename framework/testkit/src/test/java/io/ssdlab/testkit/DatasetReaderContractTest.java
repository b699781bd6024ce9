package io.ssdlab.testkit;

import io.ssdlab.core.data.image.ImageEncoder;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.data.DatasetReader;
import io.ssdlab.spi.data.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatasetReaderContractTest {

    private static final int WIDTH = 20;
    private static final int HEIGHT = 10;

    /** A reader of two images, the second without objects. */
    abstract static class OfTwoImages extends DatasetReaderContract {

        @TempDir
        Path pictures;

        @BeforeEach
        void draw() throws IOException {
            byte[] png = new ImageEncoder().png(new Image(WIDTH, HEIGHT, new byte[WIDTH * HEIGHT * 3]));
            Files.write(pictures.resolve("a.png"), png);
            Files.write(pictures.resolve("b.png"), png);
        }

        @Override
        protected DatasetReader reader() {
            return () -> dataset(List.of("cat", "dog"), image("a", WIDTH, object(2, 10)), image("b", WIDTH));
        }

        static Dataset dataset(List<String> classes, AnnotatedImage... images) {
            return new Dataset(classes, List.of(images), List.of());
        }

        static AnnotatedObject object(int label, double xMax) {
            return new AnnotatedObject(new PixelBox(2, 2, xMax, 8), label, false, false);
        }

        AnnotatedImage image(String id, int width, AnnotatedObject... objects) {
            return new AnnotatedImage(id, pictures.resolve(id + ".png"), width, HEIGHT, List.of(objects));
        }
    }

    static class Good extends OfTwoImages {}

    @Test
    void aGoodReaderPasses() {
        ContractRun.of(Good.class).assertPasses();
    }

    static class LabelsFromZero extends OfTwoImages {
        @Override
        protected DatasetReader reader() {
            return () -> dataset(List.of("cat", "dog"), image("a", WIDTH, object(0, 10)));
        }
    }

    static class BoxOutside extends OfTwoImages {
        @Override
        protected DatasetReader reader() {
            return () -> dataset(List.of("cat", "dog"), image("a", WIDTH, object(1, WIDTH + 1)));
        }
    }

    static class NoObject extends OfTwoImages {
        @Override
        protected DatasetReader reader() {
            return () -> dataset(List.of("cat", "dog"), image("a", WIDTH));
        }
    }

    static class WrongSize extends OfTwoImages {
        @Override
        protected DatasetReader reader() {
            return () -> dataset(List.of("cat", "dog"), image("a", WIDTH + 5, object(1, 10)));
        }
    }

    static class SameNames extends OfTwoImages {
        @Override
        protected DatasetReader reader() {
            return () -> dataset(List.of("cat", "cat"), image("a", WIDTH, object(1, 10)), image("a", WIDTH));
        }
    }

    static class ChangesItsMind extends OfTwoImages {

        private final AtomicInteger reads = new AtomicInteger();

        @Override
        protected DatasetReader reader() {
            return () -> dataset(List.of("cat", "dog"), image("a", WIDTH, object(1, 10 + reads.getAndIncrement() % 2)));
        }
    }

    @Test
    void badReadersAreFound() {
        ContractRun.of(LabelsFromZero.class).assertFailsOnly("labelsAreOneToTheNumberOfClasses");
        ContractRun.of(BoxOutside.class).assertFailsOnly("boxesHaveAnAreaInsideTheirImage");
        ContractRun.of(NoObject.class).assertFailsOnly("thereAreClassesImagesAndObjects");
        ContractRun.of(WrongSize.class).assertFailsOnly("filesAreImagesOfTheSizeStated");
        ContractRun.of(SameNames.class)
                .assertFailsOnly("classNamesAreUniqueAndNotBlank", "imageIdsAreUniqueAndNotBlank");
        ContractRun.of(ChangesItsMind.class).assertFailsOnly("readingTwiceGivesTheSame");
    }
}
