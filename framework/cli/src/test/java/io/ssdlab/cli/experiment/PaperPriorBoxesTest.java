package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The prior boxes that {@code ssdlab priors} prints for the paper's experiments are those of the original's layer. */
class PaperPriorBoxesTest {

    private static final double TOLERANCE = 2e-7;

    @Test
    void all8732BoxesOfSsd300AreTheOriginals() throws IOException {
        double[][] corners = corners("ssd300-voc0712");

        JsonNode golden = golden("priors_ssd300_voc").path("boxes");
        assertThat(corners).hasNumberOfRows(8732);
        for (int box = 0; box < corners.length; box++) {
            assertBox(corners, box, golden.get(box));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ssd300-voc07,         ssd300_voc",
        "ssd300-coco,          ssd300_coco",
        "ssd300-ilsvrc,        ssd300_coco",
        "ssd512-voc0712,       ssd512_voc",
        "ssd512-coco-expansion, ssd512_coco"
    })
    void everyMapsBoxesAddUpToTheOriginals(String name, String configuration) throws IOException {
        double[][] corners = corners(name);

        JsonNode golden = golden("priors_summary").path("configs").path(configuration);
        assertThat(corners).hasNumberOfRows(golden.path("total").asInt());
        int first = 0;
        for (JsonNode layer : golden.path("layers")) {
            JsonNode original = layer.path("caffe");
            int count = original.path("count").asInt();
            for (int i = 0; i < 3; i++) {
                assertBox(corners, first + i, original.path("first3").get(i));
                assertBox(corners, first + count - 3 + i, original.path("last3").get(i));
            }
            for (int column = 0; column < 4; column++) {
                double sum = 0;
                for (int box = first; box < first + count; box++) {
                    sum += corners[box][column];
                }
                assertThat(sum)
                        .isCloseTo(original.path("column_sums").get(column).asDouble(), within(1e-6 * count));
            }
            first += count;
        }
        assertThat(first).isEqualTo(corners.length);
    }

    private static void assertBox(double[][] corners, int box, JsonNode golden) {
        for (int side = 0; side < 4; side++) {
            assertThat(corners[box][side])
                    .as("prior box %d", box)
                    .isCloseTo(golden.get(side).asDouble(), within(TOLERANCE));
        }
    }

    private static double[][] corners(String name) {
        CliRun run = PaperExperiments.ssdlab("priors", name);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
        List<String> lines = run.out().lines().toList();
        assertThat(lines.get(0)).isEqualTo("layer,row,col,k,cx,cy,w,h");
        return lines.stream().skip(1).map(PaperPriorBoxesTest::box).toArray(double[][]::new);
    }

    private static double[] box(String line) {
        String[] fields = line.split(",");
        double centreX = Double.parseDouble(fields[4]);
        double centreY = Double.parseDouble(fields[5]);
        double halfWidth = Double.parseDouble(fields[6]) / 2;
        double halfHeight = Double.parseDouble(fields[7]) / 2;
        return new double[] {centreX - halfWidth, centreY - halfHeight, centreX + halfWidth, centreY + halfHeight};
    }

    private static JsonNode golden(String name) throws IOException {
        try (InputStream json = PaperPriorBoxesTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            return new ObjectMapper().readTree(json);
        }
    }
}
