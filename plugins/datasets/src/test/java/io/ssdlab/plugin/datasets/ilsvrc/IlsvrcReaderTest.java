package io.ssdlab.plugin.datasets.ilsvrc;

import static io.ssdlab.plugin.datasets.voc.VocFolderOnDisk.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.plugin.datasets.reading.EmptyBoxes;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IlsvrcReaderTest extends DatasetReaderContract {

    private static final String ANTS = "ILSVRC2013_train/n02219486/n02219486_1";
    private static final String NEGATIVE = "ILSVRC2013_train_extra0/ILSVRC2013_train_00000001";
    private static final String VAL = "ILSVRC2012_val_00000001";
    private static final String EMPTY_VAL = "ILSVRC2013_val_00000002";
    private static final String TEST = "ILSVRC2015_test_00000001";

    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
    private final IlsvrcFolderOnDisk ilsvrc = new IlsvrcFolderOnDisk(files.getPath("/data/ILSVRC"))
            .image("train", ANTS, object("n02219486", 1, 2, 30, 40), object("n01776313", 5, 5, 20, 20))
            .picture("train", NEGATIVE)
            .image("val", VAL, object("n02206856", 1, 1, 60, 40))
            .image("val", EMPTY_VAL)
            .picture("test", TEST);

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    @Override
    protected DatasetReader reader() {
        ilsvrc.split("mixed", ANTS + " 1", VAL + " 2", "", EMPTY_VAL + " 3", NEGATIVE + " -1", TEST);
        return new IlsvrcReader(ilsvrc.config("mixed"));
    }

    @Test
    void labelsAndNamesComeFromTheClassMap() {
        Dataset dataset = reader().read();

        assertThat(dataset.classes()).containsExactly("ant", "bee", "tick");
        assertThat(dataset.images().get(0).objects())
                .extracting(AnnotatedObject::label)
                .containsExactly(1, 3);
        assertThat(dataset.images().get(1).objects())
                .extracting(AnnotatedObject::box)
                .containsExactly(new PixelBox(1, 1, 60, 40));
        assertThat(dataset.warnings()).isEmpty();
    }

    @Test
    void imagesAreFoundInTheirPart() {
        assertThat(reader().read().images())
                .extracting(image -> image.file().toString())
                .containsExactly(
                        "/data/ILSVRC/Data/DET/train/" + ANTS + ".JPEG",
                        "/data/ILSVRC/Data/DET/val/" + VAL + ".JPEG",
                        "/data/ILSVRC/Data/DET/val/" + EMPTY_VAL + ".JPEG",
                        "/data/ILSVRC/Data/DET/test/" + TEST + ".JPEG");
    }

    @Test
    void aNameThatPromisesAnotherPartIsFoundAllTheSame() {
        ilsvrc.image("train", "a_val_picture", object("n02219486", 1, 2, 30, 40))
                .split("odd", "a_val_picture 1");

        assertThat(ilsvrc.ids(ilsvrc.config("odd"))).containsExactly("a_val_picture");
    }

    @Test
    void theListsOfTheOriginalAreRead() {
        ilsvrc.split(
                "trainval1",
                "Data/DET/val/" + VAL + ".JPEG Annotations/DET/val/" + VAL + ".xml",
                "Data/DET/train/" + ANTS + ".JPEG Annotations/DET/train/" + ANTS + ".xml",
                "Data/DET/test/" + TEST + ".JPEG 0");

        assertThat(ilsvrc.ids(ilsvrc.config("trainval1"))).containsExactly(VAL, ANTS, TEST);
    }

    @Test
    void imagesWithoutObjectsAreKeptByTheirSettings() {
        reader();

        assertThat(ilsvrc.ids(config(true, true))).containsExactly(ANTS, VAL, EMPTY_VAL, NEGATIVE, TEST);
        assertThat(ilsvrc.ids(config(true, false))).containsExactly(ANTS, VAL);
        assertThat(ilsvrc.ids(config(false, true))).containsExactly(ANTS, VAL, EMPTY_VAL, TEST);
    }

    @Test
    void theLimitTakesTheFirstLines() {
        reader();
        IlsvrcConfig config =
                new IlsvrcConfig(ilsvrc.folder(), "mixed", Optional.empty(), 2, false, true, EmptyBoxes.REFUSE);

        assertThat(ilsvrc.ids(config)).containsExactly(ANTS, VAL);
    }

    @Test
    void theClassMapMayBeElsewhere() {
        reader();
        ilsvrc.file("mine.txt", "n02219486 2 Ameise\nn01776313 1 Zecke\nn02206856 3 honey bee\n");
        IlsvrcConfig config = new IlsvrcConfig(
                ilsvrc.folder(),
                "mixed",
                Optional.of(ilsvrc.folder().resolve("mine.txt")),
                0,
                false,
                true,
                EmptyBoxes.REFUSE);

        assertThat(new IlsvrcReader(config).read().classes()).containsExactly("Zecke", "Ameise", "honey bee");
    }

    @Test
    void emptyBoxesCanBeSkippedWithAWarning() {
        ilsvrc.image("val", "b", object("n02219486", 5, 5, 5, 9)).split("one", "b");
        IlsvrcConfig config =
                new IlsvrcConfig(ilsvrc.folder(), "one", Optional.empty(), 0, false, true, EmptyBoxes.SKIP);

        Dataset dataset = new IlsvrcReader(config).read();

        assertThat(dataset.images()).extracting(AnnotatedImage::objects).containsExactly(List.of());
        assertThat(dataset.warnings()).singleElement().asString().contains("val/b.xml:3", "left out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../secret 1",
                "a/../../../secret",
                "/etc/passwd 1",
                "a//b 1",
                "a/./b",
                "C:\\a 1",
                "two words here",
                "name x",
                "Data/DET/val/../../a.JPEG Annotations/DET/val/../../a.xml",
                "Data/DET/val/a.JPEG Annotations/DET/val/b.xml",
                "Data/DET/val/a.JPEG Annotations/DET/train/a.xml",
            })
    void linesThatNameNoImageAreRefused(String line) {
        ilsvrc.split("bad", VAL + " 1", line);

        assertThat(onlyProblem("bad").where()).isEqualTo("/data/ILSVRC/ImageSets/DET/bad.txt:2");
    }

    @Test
    void allProblemsAreToldByFileAndLine() {
        ilsvrc.image("train", "broken", "<object>")
                .image("val", "unknown", object("n99999999", 1, 1, 9, 9))
                .image("val", "inverted", object("n02219486", 9, 9, 1, 1))
                .picture("val", "unannotated")
                .split("bad", "broken 1", "unknown 2", "inverted 3", "unannotated 4", "absent 5", "broken 6");

        List<Problem> problems = problems(ilsvrc.config("bad"));

        assertThat(problems)
                .extracting(Problem::where)
                .containsExactly(
                        "/data/ILSVRC/ImageSets/DET/bad.txt:6",
                        "/data/ILSVRC/Annotations/DET/train/broken.xml:4",
                        "/data/ILSVRC/Annotations/DET/val/unknown.xml:3",
                        "/data/ILSVRC/Annotations/DET/val/inverted.xml:3",
                        "/data/ILSVRC/ImageSets/DET/bad.txt:4",
                        "/data/ILSVRC/ImageSets/DET/bad.txt:5");
        assertThat(problems.get(2).remedy()).contains("\"n02219486\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n02219486 1 ant\nn02219486 2 bee",
                "n02219486 1 ant\nn02206856 1 bee",
                "n02219486 1 ant\nn02206856 2 ant",
                "n02219486 1 ant\nn02206856 bee",
                "n02219486 1 ant\nn02206856 2",
            })
    void aBadClassMapIsToldByLine(String text) {
        reader();
        ilsvrc.file("devkit/data/map_det.txt", text);

        assertThat(onlyProblem("mixed").where()).isEqualTo("/data/ILSVRC/devkit/data/map_det.txt:2");
    }

    @Test
    void theListAndTheClassMapAreToldTogether() {
        ilsvrc.split("bad", VAL + " 1", "../x 2").file("devkit/data/map_det.txt", "n02219486 1");

        assertThat(problems(ilsvrc.config("bad")))
                .extracting(Problem::where)
                .containsExactly("/data/ILSVRC/ImageSets/DET/bad.txt:2", "/data/ILSVRC/devkit/data/map_det.txt:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n02219486 0 ant", "n02219486 1 ant\nn02206856 3 bee"})
    void theLabelsOfAClassMapAreOneToItsNumber(String text) {
        reader();
        ilsvrc.file("devkit/data/map_det.txt", text);

        assertThat(onlyProblem("mixed").where()).isEqualTo("/data/ILSVRC/devkit/data/map_det.txt");
    }

    @Test
    void missingFoldersListsAndMapsAreNamed() throws IOException {
        assertThat(onlyProblem("trian").remedy()).contains("\"empty\"");
        assertThat(onlyProblem("empty").what()).contains("lists no image");
        assertThat(onlyProblemAt("/data/ILSVRC2").what()).isEqualTo("no such folder");
        assertThat(onlyProblemAt("/data").remedy()).isEqualTo("Did you mean folder: /data/ILSVRC?");
        reader();
        Files.delete(ilsvrc.folder().resolve("devkit/data/map_det.txt"));
        assertThat(onlyProblem("mixed").where()).endsWith("map_det.txt");
    }

    @Test
    void aSplitOfNegativesOnlyIsSaidToBe() {
        ilsvrc.split("negatives", NEGATIVE + " -1");

        assertThat(onlyProblem("negatives").remedy()).contains("keep-unannotated");
    }

    @Test
    void aSplitIsNoPath() {
        assertThatThrownBy(() -> ilsvrc.config("../val"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'../val'");
    }

    private IlsvrcConfig config(boolean keepUnannotated, boolean keepEmpty) {
        return new IlsvrcConfig(
                ilsvrc.folder(), "mixed", Optional.empty(), 0, keepUnannotated, keepEmpty, EmptyBoxes.REFUSE);
    }

    private Problem onlyProblem(String split) {
        List<Problem> problems = problems(ilsvrc.config(split));
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private Problem onlyProblemAt(String folder) {
        List<Problem> problems = problems(
                new IlsvrcConfig(files.getPath(folder), "val", Optional.empty(), 0, false, true, EmptyBoxes.REFUSE));
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static List<Problem> problems(IlsvrcConfig config) {
        return catchThrowableOfType(InvalidInputException.class, () -> new IlsvrcReader(config).read())
                .problems();
    }
}
