package io.ssdlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.data.DatasetReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link DatasetReader} keeps to. Extend it in the tests of a plugin and provide a reader of some good data:
 *
 * <pre>{@code
 * final class MyReaderTest extends DatasetReaderContract {
 *     @Override
 *     protected DatasetReader reader() {
 *         return new MyReader(...);
 *     }
 * }
 * }</pre>
 */
public abstract class DatasetReaderContract {

    /** A new reader of a data set with at least one image and one object, whose files {@link ImageIO} can read. */
    protected abstract DatasetReader reader();

    @Test
    void thereAreClassesImagesAndObjects() {
        Dataset dataset = reader().read();

        assertThat(dataset.classes()).isNotEmpty();
        assertThat(dataset.images()).isNotEmpty();
        assertThat(dataset.images())
                .anySatisfy(image -> assertThat(image.objects()).isNotEmpty());
    }

    @Test
    void classNamesAreUniqueAndNotBlank() {
        assertThat(reader().read().classes())
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).isNotBlank());
    }

    @Test
    void imageIdsAreUniqueAndNotBlank() {
        assertThat(reader().read().images())
                .extracting(AnnotatedImage::id)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).isNotBlank());
    }

    @Test
    void labelsAreOneToTheNumberOfClasses() {
        Dataset dataset = reader().read();

        assertThat(dataset.images())
                .allSatisfy(image -> assertThat(image.objects())
                        .extracting(AnnotatedObject::label)
                        .allSatisfy(label ->
                                assertThat(label).isBetween(1, dataset.classes().size())));
    }

    @Test
    void boxesHaveAnAreaInsideTheirImage() {
        assertThat(reader().read().images())
                .allSatisfy(image -> assertThat(image.objects())
                        .extracting(AnnotatedObject::box)
                        .allSatisfy(box -> assertLiesIn(box, image)));
    }

    private static void assertLiesIn(PixelBox box, AnnotatedImage image) {
        assertThat(box.width()).as("width of %s", box).isPositive();
        assertThat(box.height()).as("height of %s", box).isPositive();
        assertThat(box.xMin()).as("xMin of %s", box).isNotNegative();
        assertThat(box.yMin()).as("yMin of %s", box).isNotNegative();
        assertThat(box.xMax()).as("xMax of %s", box).isLessThanOrEqualTo(image.width());
        assertThat(box.yMax()).as("yMax of %s", box).isLessThanOrEqualTo(image.height());
    }

    @Test
    void filesAreImagesOfTheSizeStated() throws IOException {
        for (AnnotatedImage image : reader().read().images()) {
            try (InputStream file = Files.newInputStream(image.file());
                    ImageInputStream in = new MemoryCacheImageInputStream(file)) {
                ImageReader format = ImageIO.getImageReaders(in).next();
                format.setInput(in);
                assertThat(format.getWidth(0)).as("width of %s", image.file()).isEqualTo(image.width());
                assertThat(format.getHeight(0)).as("height of %s", image.file()).isEqualTo(image.height());
                format.dispose();
            }
        }
    }

    @Test
    void readingTwiceGivesTheSame() {
        DatasetReader reader = reader();
        Dataset first = reader.read();

        assertThat(reader.read()).isEqualTo(first);
        assertThat(reader().read()).isEqualTo(first);
    }
}
