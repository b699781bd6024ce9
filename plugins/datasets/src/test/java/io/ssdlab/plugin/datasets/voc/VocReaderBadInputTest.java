package io.ssdlab.plugin.datasets.voc;

import static io.ssdlab.plugin.datasets.voc.VocFolderOnDisk.encoded;
import static io.ssdlab.plugin.datasets.voc.VocFolderOnDisk.jpeg;
import static io.ssdlab.plugin.datasets.voc.VocFolderOnDisk.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.plugin.datasets.reading.EmptyBoxes;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that can be wrong with a data set ends in a problem that names its place. */
final class VocReaderBadInputTest {

    private static final String CAT = object("cat", 1, 1, 9, 9);

    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
    private final VocFolderOnDisk voc = new VocFolderOnDisk(files.getPath("/data/VOC2007"));

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    @Test
    void aMissingFolderNamesWhatIsThere() {
        Problem problem = onlyProblem(config("/data/VOC2070", "train"));

        assertThat(problem.where()).isEqualTo("/data/VOC2070");
        assertThat(problem.what()).isEqualTo("no such folder");
        assertThat(problem.remedy()).contains("/data has the folders \"VOC2007\"");
    }

    @Test
    void theParentOfADataSetIsNotSilentlyAccepted() {
        Problem problem = onlyProblem(config("/data", "train"));

        assertThat(problem.where()).isEqualTo("/data");
        assertThat(problem.remedy()).isEqualTo("Did you mean folder: /data/VOC2007?");
    }

    @Test
    void aFolderOfSomethingElseIsSaidToBe() throws IOException {
        Files.createDirectories(files.getPath("/other/things"));

        assertThat(onlyProblem(config("/other", "train")).what()).contains("no VOC data set");
    }

    @Test
    void eachMissingPartIsNamed() throws IOException {
        Files.delete(voc.folder().resolve("JPEGImages"));
        Files.delete(voc.folder().resolve("Annotations"));

        assertThat(problems(voc.config()))
                .extracting(Problem::where)
                .containsExactlyInAnyOrder("/data/VOC2007/JPEGImages", "/data/VOC2007/Annotations");
    }

    @Test
    void aMissingSplitNamesTheNearest() {
        voc.image("a", CAT).split("train", "a").split("val", "a");

        Problem problem = onlyProblem(config("/data/VOC2007", "trian"));

        assertThat(problem.where()).isEqualTo("/data/VOC2007/ImageSets/Main/trian.txt");
        assertThat(problem.remedy()).isEqualTo("There is \"train\", \"val\".");
    }

    @Test
    void anEmptySplitIsAProblem() {
        voc.image("a", CAT).split("train", "", " ");

        assertThat(onlyProblem(voc.config()).what()).contains("lists no image");
    }

    @Test
    void aSplitThatIsNoTextIsAProblem() throws IOException {
        voc.image("a", CAT);
        Files.write(voc.folder().resolve("ImageSets/Main/train.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThat(onlyProblem(voc.config()).what()).contains("no UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", "..\\secret", "sub/a"})
    void noIdEscapesTheFolder(String id) throws IOException {
        Files.write(voc.folder().resolve("secret.jpg"), jpeg());
        voc.image("a", CAT).split("train", "a", id);

        Problem problem = onlyProblem(voc.config());

        assertThat(problem.where()).endsWith("train.txt:2");
        assertThat(problem.what()).isEqualTo("'" + id + "' is no image id");
    }

    @Test
    void anIdListedTwiceIsAProblem() {
        voc.image("a", CAT).split("train", "a", "", "a");

        Problem problem = onlyProblem(voc.config());

        assertThat(problem.where()).endsWith("train.txt:3");
        assertThat(problem.remedy()).contains("line 1");
    }

    @Test
    void missingImageAndAnnotationAreProblemsOfTheirLine() {
        voc.annotation("a", CAT).picture("b.jpg", jpeg()).split("train", "a", "b");

        assertThat(problems(voc.config()))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.where()).endsWith("train.txt:1");
                            assertThat(first.what()).isEqualTo("there is no image 'a'");
                        },
                        second -> {
                            assertThat(second.where()).endsWith("train.txt:2");
                            assertThat(second.what()).isEqualTo("the image 'b' has no annotation");
                        });
    }

    @Test
    void anImageInTwoFormatsIsAProblem() {
        voc.image("a", CAT).picture("a.png", encoded("png", 60, 40)).split("train", "a");

        assertThat(onlyProblem(voc.config()).what()).contains("a.jpg", "a.png");
    }

    @Test
    void aTruncatedJpegIsAProblem() {
        byte[] whole = encoded("jpeg", 200, 200);
        voc.annotation("a", CAT)
                .picture("a.jpg", Arrays.copyOf(whole, whole.length - 40))
                .split("train", "a");

        Problem problem = onlyProblem(voc.config());

        assertThat(problem.where()).endsWith("JPEGImages/a.jpg");
        assertThat(problem.what()).contains("cut off");
    }

    @Test
    void aFileThatIsNoImageIsAProblem() {
        voc.annotation("a", CAT)
                .annotation("b", CAT)
                .picture("a.jpg", "<html>not found</html>".getBytes(StandardCharsets.UTF_8))
                .picture("b.jpg", new byte[0])
                .split("train", "a", "b");

        assertThat(problems(voc.config()))
                .extracting(Problem::what)
                .containsExactly("it is neither a JPEG nor a PNG image", "the file is empty");
    }

    @ParameterizedTest
    @CsvSource({"5,5,5,20,has no area", "5,5,20,5,has no area", "20,5,5,20,is inverted", "70,1,80,9,lies outside"})
    void aBoxWithoutAreaIsAProblem(int xMin, int yMin, int xMax, int yMax, String what) {
        voc.image("a", CAT, object("dog", xMin, yMin, xMax, yMax)).split("train", "a");

        Problem problem = onlyProblem(voc.config());

        assertThat(problem.where()).endsWith("Annotations/a.xml:5");
        assertThat(problem.what()).contains("object 2 (dog)", "xmin " + xMin, what);
        assertThat(problem.remedy()).contains("empty-boxes: skip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ten", "", "NaN", "1e999"})
    void aCornerThatIsNoNumberIsAProblem(String corner) {
        voc.image("a", object("cat", 1, corner, 9, 9)).split("train", "a");

        Problem problem = onlyProblem(voc.config());

        assertThat(problem.where()).endsWith("a.xml:4");
        assertThat(problem.what()).isEqualTo("ymin of the box of object 1 is '" + corner + "'");
    }

    @Test
    void whatAnObjectLacksIsNamed() {
        voc.image(
                        "a",
                        "<object>" + VocFolderOnDisk.box(1, 1, 9, 9) + "</object>",
                        "<object><name>cat</name></object>",
                        "<object><name>cat</name><difficult>maybe</difficult>" + VocFolderOnDisk.box(1, 1, 9, 9)
                                + "</object>")
                .split("train", "a");

        assertThat(problems(voc.config()))
                .extracting(Problem::what)
                .containsExactly(
                        "object 1 has no name",
                        "the box of object 2 lacks xmin, ymin, xmax, ymax",
                        "difficult of object 3 is 'maybe'");
    }

    @Test
    void xmlThatIsNoAnnotationIsAProblem() {
        voc.image("a").xml("a", "<?xml version=\"1.0\"?>\n<project/>").split("train", "a");

        Problem problem = onlyProblem(voc.config());

        assertThat(problem.where()).endsWith("a.xml:2");
        assertThat(problem.what()).contains("<project>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<annotation>\n<object>\n", "<annotation>\n\n</annotations>", "\n\nnot XML"})
    void malformedXmlNamesItsLine(String text) {
        voc.image("a").xml("a", text).split("train", "a");

        Problem problem = onlyProblem(voc.config());

        assertThat(problem.where()).endsWith("a.xml:3");
        assertThat(problem.what()).startsWith("malformed XML: ");
    }

    @Test
    void documentTypesAndEntitiesAreRefused() throws IOException {
        Files.writeString(files.getPath("/data/secret.txt"), "secret");
        String entity = "<!DOCTYPE annotation [<!ENTITY e SYSTEM \"file:///data/secret.txt\">]>\n";
        voc.image("a").xml("a", entity + "<annotation><object><name>&e;</name></object></annotation>");
        voc.image("b").xml("b", "<annotation><object><name>&e;</name></object></annotation>");
        voc.split("train", "a", "b");

        assertThat(problems(voc.config()))
                .satisfiesExactly(
                        first -> assertThat(first.what()).contains("document type"),
                        second -> assertThat(second.what()).contains("entity"));
    }

    @Test
    void anAnnotationOfExcessiveSizeIsNotParsed() {
        voc.image("a")
                .xml("a", "<annotation>" + " ".repeat(17 << 20) + "</annotation>")
                .split("train", "a");

        assertThat(onlyProblem(voc.config()).what()).contains("larger than 16 MiB");
    }

    @Test
    void aBrokenAnnotationOfAnotherSplitIsAProblemWhileItDecidesTheClasses() {
        voc.image("a", CAT).image("b").xml("b", "<annotation>").split("train", "a");

        assertThat(onlyProblem(voc.config()).where()).contains("b.xml");
    }

    @Test
    void aClassThatNoImageHasNamesTheNearest() {
        voc.image("a", CAT, object("horse", 1, 1, 9, 9)).split("train", "a");
        VocConfig config = new VocConfig(
                voc.folder(),
                Optional.empty(),
                "train",
                List.of("cat", "hose"),
                0,
                true,
                EmptyBoxes.REFUSE,
                Annotations.REQUIRED,
                Pictures.REQUIRED);

        Problem problem = onlyProblem(config);

        assertThat(problem.what()).contains("'hose'");
        assertThat(problem.remedy()).isEqualTo("The annotations name \"horse\", \"cat\".");
    }

    @Test
    void aDataSetWithoutAnyObjectIsAProblem() {
        voc.image("a").split("train", "a");

        assertThat(onlyProblem(voc.config()).what()).contains("no annotation has an object");
    }

    @Test
    void withoutPictureAndStatedSizeThereIsNoSize() {
        voc.xml("a", "<annotation>" + CAT + "</annotation>")
                .xml("b", "<annotation>")
                .split("train", "a", "b", "c");
        VocConfig config = new VocConfig(
                voc.folder(),
                Optional.empty(),
                "train",
                List.of("cat"),
                0,
                true,
                EmptyBoxes.REFUSE,
                Annotations.REQUIRED,
                Pictures.OPTIONAL);

        assertThat(problems(config))
                .extracting(Problem::where)
                .containsExactly(
                        "/data/VOC2007/Annotations/a.xml",
                        "/data/VOC2007/Annotations/b.xml:1",
                        "/data/VOC2007/ImageSets/Main/train.txt:3");
    }

    @Test
    void aSplitOfWhichNothingIsKeptIsAProblem() {
        voc.image("a", CAT).image("b").split("train", "b");
        VocConfig config = new VocConfig(
                voc.folder(),
                Optional.empty(),
                "train",
                List.of(),
                0,
                false,
                EmptyBoxes.REFUSE,
                Annotations.REQUIRED,
                Pictures.REQUIRED);

        assertThat(onlyProblem(config).remedy()).contains("keep-empty: true");
    }

    @Test
    void beyondTwentyProblemsAreCounted() {
        String[] ids = IntStream.range(0, 33).mapToObj(i -> "image" + i).toArray(String[]::new);
        voc.image("a", CAT).split("train", ids);
        // Each of the 33 lacks its image and its annotation.

        List<Problem> problems = problems(voc.config());

        assertThat(problems).hasSize(21);
        assertThat(problems.get(20).what()).isEqualTo("and 46 more");
    }

    private VocConfig config(String folder, String split) {
        Path path = files.getPath(folder);
        return new VocConfig(
                path,
                Optional.empty(),
                split,
                List.of(),
                0,
                true,
                EmptyBoxes.REFUSE,
                Annotations.REQUIRED,
                Pictures.REQUIRED);
    }

    private static Problem onlyProblem(VocConfig config) {
        List<Problem> problems = problems(config);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static List<Problem> problems(VocConfig config) {
        InvalidInputException failure =
                catchThrowableOfType(InvalidInputException.class, () -> new VocReader(config).read());
        assertThat(failure).isNotNull();
        return failure.problems();
    }
}
