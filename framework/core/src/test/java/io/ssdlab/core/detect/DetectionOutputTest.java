package io.ssdlab.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetectionOutputTest {

    static Stream<JsonNode> scenes() {
        List<JsonNode> scenes = new ArrayList<>();
        Golden.read("detection_output.json").get("cases").forEach(scenes::add);
        return scenes.stream();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void givesTheRowsOfTheOriginal(JsonNode scene) {
        int images = scene.get("num_images").asInt();
        int classes = scene.get("num_classes").asInt() - 1;
        JsonNode parameters = scene.get("params");
        DetectionThresholds thresholds = new DetectionThresholds(
                (float) parameters.get("confidence_threshold").asDouble(),
                parameters.get("top_k").asInt(),
                (float) parameters.get("nms_threshold").asDouble(),
                parameters.get("keep_top_k").asInt());
        PriorBoxes priors =
                scene.get("num_priors").asInt() == 8732 ? Ssd300Priors.all() : Ssd300Priors.lastThreeLayers();
        DetectionOutput output = new DetectionOutput(new BoxCoder(priors, BoxCoding.CENTRE_SIZE), classes, thresholds);
        float[] offsets = offsets(scene.get("loc"));
        float[] confidences = confidences(scene.get("conf"));

        List<double[]> rows = new ArrayList<>();
        for (int image = 0; image < images; image++) {
            TopCandidates[] candidates = output.newCandidates(priors.size());
            for (int prior = 0; prior < priors.size(); prior++) {
                for (int label = 1; label <= classes; label++) {
                    float score = confidences[(image * priors.size() + prior) * (classes + 1) + label];
                    output.offer(candidates, label, prior, score);
                }
            }
            for (DetectedBox row : output.select(candidates, offsets, image)) {
                rows.add(new double[] {
                    image,
                    row.label(),
                    row.score(),
                    row.box().xMin(),
                    row.box().yMin(),
                    row.box().xMax(),
                    row.box().yMax()
                });
            }
        }

        List<JsonNode> expected = new ArrayList<>();
        // The original stands a row of -1 for an image without detections.
        scene.get("rows").forEach(row -> {
            if (row.get(1).asInt() >= 0) {
                expected.add(row);
            }
        });
        assertThat(rows).hasSameSizeAs(expected);
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < 7; i++) {
                assertThat(rows.get(row)[i])
                        .as("row %d value %d", row, i)
                        .isCloseTo(expected.get(row).get(i).asDouble(), within(1e-5));
            }
        }
    }

    private static float[] offsets(JsonNode tensor) {
        float low = (float) tensor.get("lo").asDouble();
        float high = (float) tensor.get("hi").asDouble();
        return tensor(tensor, u -> (float) (low + (high - low) * u));
    }

    private static float[] confidences(JsonNode tensor) {
        String rule = tensor.get("rule").asText();
        int squares = Integer.parseInt(rule.replaceAll(".*= *(\\d+) times.*", "$1"));
        double factor = Double.parseDouble(rule.replaceAll(".*v\\*([0-9.]+)\\).*", "$1"));
        return tensor(tensor, u -> {
            double value = u;
            for (int i = 0; i < squares; i++) {
                value *= value;
            }
            return (float) (value * factor);
        });
    }

    private interface Formula {
        float value(double u);
    }

    private static float[] tensor(JsonNode tensor, Formula formula) {
        int size = 1;
        for (JsonNode length : tensor.get("shape")) {
            size *= length.asInt();
        }
        SplittableRandom random = new SplittableRandom(tensor.get("seed").asLong());
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = formula.value((random.nextLong() >>> 40) / (double) (1 << 24));
        }
        float[] first = Golden.floats(tensor.get("first3"));
        assertThat(new float[] {values[0], values[1], values[2]}).containsExactly(first, within(1e-6f));
        return values;
    }

    private static final float[] PRIORS = {0.1f, 0.1f, 0.3f, 0.3f, 0.5f, 0.5f, 0.9f, 0.9f};

    private static DetectionOutput twoClassesOnTwoPriors() {
        PriorBoxes priors = PriorBoxes.ofCorners(
                List.of(new PriorLayer("map", 1, 1, 2)), PRIORS.clone(), PriorBoxes.Variances.ORIGINAL);
        return new DetectionOutput(new BoxCoder(priors, BoxCoding.CENTRE_SIZE), 2, DetectionThresholds.ORIGINAL);
    }

    @Test
    void takesTheSoftmaxOfTheLogitsOfTheAskedImage() {
        float[] logits = {9, 0, 0, 9, 0, 0, /* second image */ 0, 3, 0, 20, 0, 0};
        List<DetectedBox> rows = twoClassesOnTwoPriors().detect(logits, new float[16], 1);

        double sum = Math.exp(3) + 2;
        assertThat(rows).extracting(DetectedBox::label).containsExactly(1, 2);
        assertThat((double) rows.get(0).score()).isCloseTo(Math.exp(3) / sum, within(1e-6));
        assertThat((double) rows.get(1).score()).isCloseTo(1 / sum, within(1e-6));
        assertThat(twoClassesOnTwoPriors().detect(logits, new float[16], 0)).isEmpty();
    }

    @Test
    void clipsAndScalesToPixels() {
        float[] logits = {0, 0, 9, 9, 0, 0};
        // Ten prior widths of variance 0.1: one width to the left, so that the box begins at -0.1.
        float[] offsets = {-10, 0, 0, 0, 0, 0, 0, 0};
        List<DetectedBox> detections = twoClassesOnTwoPriors().detect(logits, offsets, 0);

        assertThat(detections).hasSize(1);
        PixelBox box = detections.get(0).inPixels(200, 100).box();
        assertThat(box.xMin()).isZero();
        assertThat(box.yMin()).isCloseTo(10, within(1e-4));
        assertThat(box.xMax()).isCloseTo(20, within(1e-4));
        assertThat(box.yMax()).isCloseTo(30, within(1e-4));
    }

    @Test
    void givesTheSameOnSeveralThreads() {
        PriorBoxes priors = Ssd300Priors.lastThreeLayers();
        SplittableRandom random = new SplittableRandom(7);
        float[] logits = random(random, 8 * priors.size() * 5);
        float[] offsets = random(random, 8 * priors.size() * 4);
        DetectionOutput output =
                new DetectionOutput(new BoxCoder(priors, BoxCoding.CENTRE_SIZE), 4, DetectionThresholds.ORIGINAL);

        List<List<DetectedBox>> one = IntStream.range(0, 8)
                .mapToObj(image -> output.detect(logits, offsets, image))
                .toList();
        List<List<DetectedBox>> many = IntStream.range(0, 8)
                .parallel()
                .mapToObj(image -> output.detect(logits, offsets, image))
                .toList();

        assertThat(one).allSatisfy(rows -> assertThat(rows).isNotEmpty());
        assertThat(many).isEqualTo(one);
    }

    private static float[] random(SplittableRandom random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextDouble() * 4 - 2);
        }
        return values;
    }

    @Test
    void saysThatAPredictionIsNoNumber() {
        float[] offsets = {Float.NaN, 0, 0, 0, 0, 0, 0, 0};
        assertThatThrownBy(() -> twoClassesOnTwoPriors().detect(new float[] {0, 9, 0, 9, 0, 0}, offsets, 0))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("prior 0");
    }

    @Test
    void refusesArraysThatDoNotHoldTheImage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> twoClassesOnTwoPriors().detect(new float[6], new float[8], 1))
                .withMessageContaining("no image 1 of 2 priors with 3 values");
    }
}
