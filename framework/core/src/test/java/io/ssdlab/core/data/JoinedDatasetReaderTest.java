package io.ssdlab.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.data.DatasetReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JoinedDatasetReaderTest {

    private static final List<String> CLASSES = List.of("cat", "dog");

    @Test
    void joinsImagesAndWarningsInOrder() {
        Dataset joined = joined(
                dataset(CLASSES, "one", "b", "a"), dataset(CLASSES, "two", "d", "c"), dataset(CLASSES, "three", "e"));

        assertThat(joined.classes()).isEqualTo(CLASSES);
        assertThat(joined.images()).extracting(AnnotatedImage::id).containsExactly("b", "a", "d", "c", "e");
        assertThat(joined.images()).allSatisfy(image -> {
            assertThat(image.width()).isEqualTo(8);
            assertThat(image.height()).isEqualTo(6);
            assertThat(image.objects()).containsExactly(OBJECT);
        });
        assertThat(joined.warnings()).containsExactly("one mended", "two mended", "three mended");
    }

    @Test
    void anIdThatIsTakenGetsTheNumberOfItsPart() {
        Dataset joined = joined(
                dataset(CLASSES, "one", "1", "1:2"), dataset(CLASSES, "two", "2", "1"), dataset(CLASSES, "three", "1"));

        assertThat(joined.images())
                .extracting(AnnotatedImage::id)
                .containsExactly("1", "1:2", "2", "1:1", "2:1")
                .doesNotHaveDuplicates();
        assertThat(joined.images().get(3).file()).isEqualTo(Path.of("two", "1.jpg"));

        // The new id is free: another one goes in front.
        assertThat(joined(dataset(CLASSES, "one", "1", "1:1"), dataset(CLASSES, "two", "1"))
                        .images())
                .extracting(AnnotatedImage::id)
                .containsExactly("1", "1:1", "1:1:1");
    }

    @Test
    void reportsTheProblemsOfAllParts() {
        assertThatThrownBy(() -> read(failing("a.xml"), () -> dataset(CLASSES, "one", "1"), failing("b.xml")))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.where() + ": " + problem.what())
                                .containsExactly("a.xml: broken", "b.xml: broken"));
    }

    @Test
    void reportsEveryPartThatDoesNotFit() {
        assertThatThrownBy(() -> joined(
                        dataset(CLASSES, "one", "1", "2"),
                        dataset(List.of("dog", "cat"), "two", "3"),
                        dataset(CLASSES, "three"),
                        dataset(List.of("cat"), "./one", "2", "9")))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.where() + ": " + problem.what())
                                .containsExactly(
                                        "own.yaml:1: the data set has the classes [dog, cat], the one at own.yaml:0 that"
                                                + " it is joined to has [cat, dog]",
                                        "own.yaml:2: the data set has no image",
                                        "own.yaml:3: the data set has the classes [cat], the one at own.yaml:0 that it is"
                                                + " joined to has [cat, dog]",
                                        "own.yaml:3: 1 images of the data set are in one before it too, such as "
                                                + Path.of("one", "2.jpg").toAbsolutePath()));
    }

    private static final AnnotatedObject OBJECT = new AnnotatedObject(new PixelBox(1, 2, 3, 4), 1, false, false);

    private static Dataset dataset(List<String> classes, String folder, String... ids) {
        return new Dataset(
                classes,
                Stream.of(ids)
                        .map(id -> new AnnotatedImage(id, Path.of(folder, id + ".jpg"), 8, 6, List.of(OBJECT)))
                        .toList(),
                List.of(folder + " mended"));
    }

    private static DatasetReader failing(String file) {
        return () -> {
            throw new InvalidInputException(file, "broken", "mend it");
        };
    }

    private static Dataset joined(Dataset... parts) {
        return read(Stream.of(parts).map(part -> (DatasetReader) () -> part).toArray(DatasetReader[]::new));
    }

    private static Dataset read(DatasetReader... readers) {
        return new JoinedDatasetReader(IntStream.range(0, readers.length)
                        .mapToObj(i -> new JoinedDatasetReader.Part("own.yaml:" + i, readers[i]))
                        .toList())
                .read();
    }
}
