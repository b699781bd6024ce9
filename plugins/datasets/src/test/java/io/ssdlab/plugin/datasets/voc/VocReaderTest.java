package io.ssdlab.plugin.datasets.voc;

import static io.ssdlab.plugin.datasets.voc.VocFolderOnDisk.box;
import static io.ssdlab.plugin.datasets.voc.VocFolderOnDisk.encoded;
import static io.ssdlab.plugin.datasets.voc.VocFolderOnDisk.jpeg;
import static io.ssdlab.plugin.datasets.voc.VocFolderOnDisk.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.plugin.datasets.reading.EmptyBoxes;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.data.DatasetReader;
import io.ssdlab.testkit.DatasetReaderContract;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class VocReaderTest extends DatasetReaderContract {

    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
    private final VocFolderOnDisk voc = new VocFolderOnDisk(files.getPath("/data/VOCdevkit/VOC2007"));

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    @Override
    protected DatasetReader reader() {
        voc.image("000001", object("dog", 1, 2, 30, 40), object("cat", 5, 5, 20, 20))
                .image("000002", object("cat", 1, 1, 60, 40))
                .image("000003")
                .split("train", "000001", "000002", "000003");
        return new VocReader(voc.config());
    }

    @Test
    void classesAreSortedAndLabelsFollow() {
        Dataset dataset = reader().read();

        assertThat(dataset.classes()).containsExactly("cat", "dog");
        assertThat(dataset.images().get(0).objects())
                .containsExactly(
                        new AnnotatedObject(new PixelBox(1, 2, 30, 40), 2, false, false),
                        new AnnotatedObject(new PixelBox(5, 5, 20, 20), 1, false, false));
        assertThat(dataset.warnings()).isEmpty();
    }

    @Test
    void classesOfOtherSplitsCountSoThatLabelsAgree() {
        voc.image("a", object("zebra", 1, 1, 9, 9))
                .image("b", object("ape", 1, 1, 9, 9))
                .split("train", "a");

        assertThat(new VocReader(voc.config()).read().classes()).containsExactly("ape", "zebra");
    }

    @Test
    void configuredClassesGiveTheLabelsAndLeaveOtherObjectsOut() {
        reader();
        VocConfig config = config(List.of("dog"), 0, true, EmptyBoxes.REFUSE);

        Dataset dataset = new VocReader(config).read();

        assertThat(dataset.classes()).containsExactly("dog");
        assertThat(dataset.images()).extracting(image -> image.objects().size()).containsExactly(1, 0, 0);
    }

    @Test
    void emptyImagesCanBeLeftOut() {
        reader();

        Dataset dataset = new VocReader(config(List.of("dog"), 0, false, EmptyBoxes.REFUSE)).read();

        assertThat(dataset.images()).extracting(AnnotatedImage::id).containsExactly("000001");
    }

    @Test
    void aClassOfAnotherSplitIsAWarning() {
        voc.image("a", object("cat", 1, 1, 9, 9))
                .image("b", object("dog", 1, 1, 9, 9))
                .split("train", "a");

        Dataset dataset = new VocReader(config(List.of("dog", "cat"), 0, true, EmptyBoxes.REFUSE)).read();

        assertThat(dataset.classes()).containsExactly("dog", "cat");
        assertThat(dataset.warnings()).singleElement().asString().contains("'dog'");
    }

    @Test
    void aClassThatAPartOfADataSetLacksIsAWarning() {
        voc.image("a", object("cat", 1, 1, 9, 9)).split("train", "a");

        Dataset dataset = new VocReader(config(List.of("aeroplane", "cat"), 0, true, EmptyBoxes.REFUSE)).read();

        assertThat(dataset.images().get(0).objects())
                .extracting(AnnotatedObject::label)
                .containsExactly(2);
        assertThat(dataset.warnings()).singleElement().asString().contains("'aeroplane'");
    }

    @Test
    void aClassThatMayBeMisspeltIsRefused() {
        voc.image("a", object("cat", 1, 1, 9, 9), object("dog", 1, 1, 9, 9)).split("train", "a");

        assertThatThrownBy(() -> new VocReader(config(List.of("dgo", "cat"), 0, true, EmptyBoxes.REFUSE)).read())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("'dgo'")
                .hasMessageContaining("\"dog\"");
    }

    @Test
    void theLimitTakesTheFirstImages() {
        reader();

        Dataset dataset = new VocReader(config(List.of(), 2, true, EmptyBoxes.REFUSE)).read();

        assertThat(dataset.images()).extracting(AnnotatedImage::id).containsExactly("000001", "000002");
    }

    @Test
    void difficultIsReadAndMayBeMissing() {
        voc.image(
                        "a",
                        "<object><name>cat</name><difficult>1</difficult>" + box(1, 1, 9, 9) + "</object>",
                        "<object>" + box(1, 1, 9, 9) + "<difficult>0</difficult><name>cat</name></object>",
                        object("cat", 1, 1, 9, 9))
                .split("train", "a");

        assertThat(new VocReader(voc.config()).read().images().get(0).objects())
                .extracting(AnnotatedObject::difficult)
                .containsExactly(true, false, false);
    }

    @Test
    void partsOfAnObjectAreNotItsBox() {
        String part = "<part><name>head</name>" + box(2, 2, 3, 3) + "</part>";
        voc.image("a", "<object><name>person</name>" + box(1, 1, 9, 9) + part + "</object>")
                .split("train", "a");

        Dataset dataset = new VocReader(voc.config()).read();

        assertThat(dataset.classes()).containsExactly("person");
        assertThat(dataset.images().get(0).objects())
                .extracting(AnnotatedObject::box)
                .containsExactly(new PixelBox(1, 1, 9, 9));
    }

    @Test
    void decimalCornersAreCutOff() {
        voc.image("a", object("cat", "1.9", "2.2", "34.5", "33.99")).split("train", "a");

        assertThat(new VocReader(voc.config()).read().images().get(0).objects())
                .extracting(AnnotatedObject::box)
                .containsExactly(new PixelBox(1, 2, 34, 33));
    }

    @Test
    void boxesThatReachOutsideAreClippedWithAWarning() {
        voc.image("a", object("cat", -3, 0, 61, 41)).split("train", "a");

        Dataset dataset = new VocReader(voc.config()).read();

        assertThat(dataset.images().get(0).objects())
                .extracting(AnnotatedObject::box)
                .containsExactly(new PixelBox(0, 0, 60, 40));
        assertThat(dataset.warnings()).singleElement().asString().contains("a.xml:4", "object 1", "clipped");
    }

    @Test
    void emptyBoxesCanBeSkippedWithAWarning() {
        voc.image("a", object("cat", 5, 5, 5, 5), object("cat", 1, 1, 9, 9)).split("train", "a");

        Dataset dataset = new VocReader(config(List.of(), 0, true, EmptyBoxes.SKIP)).read();

        assertThat(dataset.images().get(0).objects())
                .extracting(AnnotatedObject::box)
                .containsExactly(new PixelBox(1, 1, 9, 9));
        assertThat(dataset.warnings()).singleElement().asString().contains("a.xml:4", "left out");
    }

    @Test
    void boxesCanBeTakenAsWritten() {
        voc.image("a", object("cat", 5, 5, 5, 5), object("cat", 50, 30, 70, 45)).split("train", "a");

        Dataset dataset = new VocReader(config(List.of(), 0, true, EmptyBoxes.AS_WRITTEN)).read();

        assertThat(dataset.images().get(0).objects())
                .extracting(AnnotatedObject::box)
                .containsExactly(new PixelBox(5, 5, 5, 5), new PixelBox(50, 30, 70, 45));
        assertThat(dataset.warnings()).isEmpty();
    }

    @Test
    void imagesAreFoundByIdWithExtensionsInAnyCase() {
        String cat = object("cat", 1, 1, 9, 9);
        voc.annotation("a", cat).annotation("b", cat).annotation("c", cat).annotation("d.e", cat);
        voc.picture("a.JPG", jpeg())
                .picture("b.Jpeg", jpeg())
                .picture("c.png", encoded("png", VocFolderOnDisk.WIDTH, VocFolderOnDisk.HEIGHT))
                .picture("d.e.jpg", jpeg())
                .split("train", "a", "b", "c", "d.e");

        assertThat(new VocReader(voc.config()).read().images())
                .extracting(image -> image.file().getFileName().toString())
                .containsExactly("a.JPG", "b.Jpeg", "c.png", "d.e.jpg");
    }

    @Test
    void theImageSaysTheSizeIfTheAnnotationDoesNot() {
        String object = object("cat", 1, 1, 9, 9);
        voc.image("a").xml("a", "<annotation>" + object + "</annotation>");
        voc.image("b")
                .xml("b", "<annotation><size><width>0</width><height>0</height></size>" + object + "</annotation>");
        voc.split("train", "a", "b");

        Dataset dataset = new VocReader(voc.config()).read();

        assertThat(dataset.images()).allSatisfy(image -> {
            assertThat(image.width()).isEqualTo(VocFolderOnDisk.WIDTH);
            assertThat(image.height()).isEqualTo(VocFolderOnDisk.HEIGHT);
        });
        assertThat(dataset.warnings()).isEmpty();
    }

    @Test
    void theImageWinsOverTheAnnotationWithAWarning() {
        voc.annotation("a", object("cat", 1, 1, 9, 9))
                .picture("a.jpg", encoded("jpeg", 40, 60))
                .split("train", "a");

        Dataset dataset = new VocReader(voc.config()).read();

        assertThat(dataset.images().get(0).width()).isEqualTo(40);
        assertThat(dataset.warnings())
                .singleElement()
                .asString()
                .contains("a.xml", "states 60 x 40 pixels", "the image has 40 x 60");
    }

    @Test
    void theAnnotationSaysTheSizeIfThereIsNoPicture() throws IOException {
        reader();
        voc.picture("000002.jpg", encoded("jpeg", 50, 40));
        Files.delete(voc.folder().resolve("JPEGImages/000001.jpg"));
        voc.split("train", "000001 1", "000002");

        Dataset dataset = new VocReader(withoutPictures()).read();

        AnnotatedImage without = dataset.images().get(0);
        assertThat(without.id()).isEqualTo("000001");
        assertThat(without.file()).isEqualTo(voc.folder().resolve("JPEGImages/000001.jpg"));
        assertThat(without.width()).isEqualTo(VocFolderOnDisk.WIDTH);
        assertThat(without.height()).isEqualTo(VocFolderOnDisk.HEIGHT);
        assertThat(without.objects()).hasSize(2);
        assertThat(dataset.images().get(1).width()).isEqualTo(50);
    }

    @Test
    void theFolderOfPicturesMayBeMissing() throws IOException {
        reader();
        for (String id : List.of("000001", "000002", "000003")) {
            Files.delete(voc.folder().resolve("JPEGImages/" + id + ".jpg"));
        }
        Files.delete(voc.folder().resolve("JPEGImages"));

        assertThat(new VocReader(withoutPictures()).read().images()).hasSize(3);
    }

    private VocConfig withoutPictures() {
        return new VocConfig(
                voc.folder(),
                Optional.empty(),
                "train",
                List.of(),
                0,
                true,
                EmptyBoxes.REFUSE,
                Annotations.REQUIRED,
                Pictures.OPTIONAL);
    }

    @Test
    void aSplitOfOneClassHasASecondColumn() {
        reader();
        voc.split("train", "000001  1", "000002 -1", "000003  0", "");

        assertThat(new VocReader(voc.config()).read().images())
                .extracting(AnnotatedImage::id)
                .containsExactly("000001", "000002", "000003");
    }

    @Test
    void idsMayHoldSpaces() {
        voc.image("image 1", object("cat", 1, 1, 9, 9)).split("train", "image 1");

        assertThat(new VocReader(voc.config()).read().images())
                .extracting(AnnotatedImage::id)
                .containsExactly("image 1");
    }

    @Test
    void theYearNamesAFolderOfTheDevkit() {
        reader();

        for (String folder : List.of("/data/VOCdevkit", "/data/VOCdevkit/VOC2007")) {
            VocConfig config = new VocConfig(
                    files.getPath(folder),
                    Optional.of(2007),
                    "train",
                    List.of(),
                    0,
                    true,
                    EmptyBoxes.REFUSE,
                    Annotations.REQUIRED,
                    Pictures.REQUIRED);
            assertThat(new VocReader(config).read().images()).hasSize(3);
        }
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new VocConfig(
                        voc.folder(),
                        Optional.empty(),
                        "../train",
                        List.of(),
                        0,
                        true,
                        EmptyBoxes.REFUSE,
                        Annotations.REQUIRED,
                        Pictures.REQUIRED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'../train'");
        assertThatThrownBy(() -> config(List.of("cat", "cat"), 0, true, EmptyBoxes.REFUSE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'cat' twice");
    }

    @Test
    void imagesOfASplitWithoutAnnotationsHaveNoObjects() throws IOException {
        reader();
        voc.picture("hidden.jpg", jpeg()).split("test", "hidden", "000001");
        Files.delete(voc.folder().resolve("Annotations/000003.xml"));

        Dataset dataset = new VocReader(withoutAnnotations(List.of("person", "cat"), true)).read();

        assertThat(dataset.classes()).containsExactly("person", "cat");
        assertThat(dataset.images()).extracting(AnnotatedImage::id).containsExactly("hidden", "000001");
        assertThat(dataset.images()).allSatisfy(image -> {
            assertThat(image.objects()).isEmpty();
            assertThat(image.width()).isEqualTo(VocFolderOnDisk.WIDTH);
            assertThat(image.height()).isEqualTo(VocFolderOnDisk.HEIGHT);
        });
        assertThat(dataset.warnings())
                .containsExactly(voc.folder().resolve("ImageSets/Main/test.txt")
                        + ": read without annotations: all scores on it are undefined");
    }

    @Test
    void aSplitWithoutAnnotationsNeedsNoFolderForThem() throws IOException {
        voc.picture("hidden.jpg", jpeg()).split("test", "hidden");
        Files.delete(voc.folder().resolve("Annotations"));

        assertThat(new VocReader(withoutAnnotations(List.of("cat"), true))
                        .read()
                        .images())
                .hasSize(1);
    }

    @Test
    void withoutAnnotationsTheClassesMustBeGivenAndImagesKept() {
        assertThatThrownBy(() -> withoutAnnotations(List.of(), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("annotations is absent and classes empty");
        assertThatThrownBy(() -> withoutAnnotations(List.of("cat"), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keep-empty: true");
    }

    private VocConfig withoutAnnotations(List<String> classes, boolean keepEmpty) {
        return new VocConfig(
                voc.folder(),
                Optional.empty(),
                "test",
                classes,
                0,
                keepEmpty,
                EmptyBoxes.REFUSE,
                Annotations.ABSENT,
                Pictures.REQUIRED);
    }

    private VocConfig config(List<String> classes, int limit, boolean keepEmpty, EmptyBoxes emptyBoxes) {
        return new VocConfig(
                voc.folder(),
                Optional.empty(),
                "train",
                classes,
                limit,
                keepEmpty,
                emptyBoxes,
                Annotations.REQUIRED,
                Pictures.REQUIRED);
    }
}
