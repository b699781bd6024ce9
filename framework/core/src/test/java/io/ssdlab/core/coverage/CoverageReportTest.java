package io.ssdlab.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.training.Matching;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CoverageReportTest {

    private static final InputSize INPUT = new InputSize(60, 60);

    private static RowsCoverage rows(long seed, TrainingObjects training, String... names) {
        PriorBoxes priors = Scenes.priors(new Random(seed));
        PriorCoverage coverage = new CoverageSurvey(
                        priors,
                        (boxes, objects) -> {
                            int[] assignments = new int[boxes.size()];
                            Arrays.fill(assignments, Matching.BACKGROUND);
                            for (int object = 0; object < objects.size(); object++) {
                                assignments[object] = object;
                            }
                            return new Matching(assignments);
                        },
                        INPUT)
                .of(training);
        return new RowsCoverage(Arrays.asList(names), "first-come", INPUT, coverage);
    }

    private static TrainingObjects training(long seed) {
        return TrainingObjects.of(Scenes.split(new Random(seed), 10), true);
    }

    @Test
    void rowsOnTheSameObjectsStandBesideEachOther() {
        TrainingObjects training = training(1);
        RowsCoverage one = rows(2, training, "one", "two");
        RowsCoverage three = rows(3, training, "three");

        String text = new CoverageReport("x", List.of(one, three), 2).markdown();

        assertThat(text)
                .startsWith("## The prior boxes of x and its training split\n\n10 images, " + training.count()
                        + " objects, 2 classes, as annotated: nothing is augmented, images are warped to 60x60.\n")
                .containsPattern("\\| objects +\\| number \\| one, two \\| three \\|\n")
                .containsPattern("\\| fine +\\| 8x8 +\\| +192 \\|")
                .containsOnlyOnce("## ");
        assertThat(text.lines().filter(line -> line.startsWith("| class "))).hasSize(2);
    }

    @Test
    void rowsOnOtherObjectsStandApart() {
        String text =
                new CoverageReport("x", List.of(rows(2, training(1), "a"), rows(2, training(4), "b")), 0).markdown();

        assertThat(text.lines().filter(line -> line.startsWith("## "))).hasSize(2);
        assertThat(text).contains("| positives an object |").doesNotContain("The objects with the smallest best IoU");
    }

    @Test
    void whatTheFileSaysIsEscaped() {
        assertThat(new CoverageReport("a|b", List.of(rows(2, training(1), "c|d")), 0).markdown())
                .contains("of a\\|b and")
                .contains("| c\\|d |");
    }

    @Test
    void csvHasALineForEachRowGroupAndMeasure() {
        TrainingObjects training = training(1);
        RowsCoverage rows = rows(2, training, "one", "two");

        List<String> lines =
                new CoverageReport("x", List.of(rows), 2).csv().lines().toList();

        assertThat(lines)
                .startsWith("row,by,group,measure,value")
                .contains("one,all,all,boxes,204", "two,all,all,objects," + training.count())
                .contains("one,all,all,recall-0.5," + rows.coverage().all().recall50())
                .contains("one,size,large,objects,0", "one,size,large,recall-0.5,")
                .contains("one,source-map,coarse,positives-per-image,0");
        assertThat(lines).hasSize(1 + 2 * (8 + 8 * (1 + 3 + 11 + 7 + 2) + 6 * 2));
    }

    @Test
    void valuesHaveTheWorstObjectsFirst() {
        RowsCoverage rows = rows(2, training(1), "one");

        Map<String, Object> row = asList(
                        new CoverageReport("x", List.of(rows), 3).values().get("rows"))
                .get(0);
        List<Map<String, Object>> worst = asList(row.get("worst"));

        double least = rows.coverage().objects().stream()
                .mapToDouble(CoveredObject::bestIou)
                .min()
                .orElseThrow();
        assertThat(row).containsEntry("row", "one").containsEntry("priorBoxes", 204);
        assertThat(worst).hasSize(3);
        assertThat(worst.get(0)).containsEntry("bestIou", least);
        assertThat(worst).extracting(object -> (Double) object.get("bestIou")).isSorted();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> asList(Object value) {
        return (List<Map<String, Object>>) value;
    }

    @Test
    void thePictureShowsEveryRow() throws IOException {
        TrainingObjects training = training(1);
        CoverageReport report = new CoverageReport("x", List.of(rows(2, training, "one"), rows(3, training, "two")), 0);

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(new CoveragePicture(report).png()));

        assertThat(picture.getWidth()).isEqualTo(2800);
        assertThat(picture.getHeight()).isEqualTo(1800);
        // The bars of both rows, and those of the share of objects.
        assertThat(pixels(picture, 0x0072B2)).isGreaterThan(10_000);
        assertThat(pixels(picture, 0xD55E00)).isGreaterThan(10_000);
        assertThat(pixels(picture, 0xDDDDDD)).isGreaterThan(10_000);
    }

    private static long pixels(BufferedImage picture, int colour) {
        int[] all = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(all).filter(pixel -> (pixel & 0xFFFFFF) == colour).count();
    }
}
