package io.ssdlab.cli.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Injector;
import io.ssdlab.core.data.image.ImageDecoder;
import io.ssdlab.core.data.image.InputEncoder;
import io.ssdlab.core.detect.BoxCoder;
import io.ssdlab.core.experiment.DetectorSettings;
import io.ssdlab.core.experiment.DetectorSettingsReader;
import io.ssdlab.core.experiment.ModelComponents;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.core.plugin.ComponentRegistry;
import io.ssdlab.core.plugin.InstalledPlugin;
import io.ssdlab.core.train.HeadStart;
import io.ssdlab.core.train.InitialWeights;
import io.ssdlab.core.weights.WeightsCatalogue;
import io.ssdlab.core.weights.WeightsImport;
import io.ssdlab.core.weights.WeightsNote;
import io.ssdlab.core.weights.WeightsWriter;
import io.ssdlab.spi.training.Predictions;
import io.ssdlab.spi.weights.WeightsConversion;
import io.ssdlab.weights.TensorFile;
import io.ssdlab.weights.TensorFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The imported SSDLite against TensorFlow.js on photographs. Both are nobody's to ship: the test runs where the variables
 * {@code SSDLAB_WEIGHTS} (the folder of {@code ssdlite_mobilenet_v2_coco_tfjs}) and {@code SSDLAB_DATA} (that of {@code
 * coco128}) name them, and is skipped elsewhere.
 */
@Tag("engine")
class SsdLiteGoldenTest {

    private static final String CONVERSION = "ssdlite-mobilenet-v2-coco";
    private static final float TOLERANCE = 1e-3f;

    /** Ids of COCO's in the order of the classes: 90 less ten that were never used. */
    private static final int[] IDS = IntStream.rangeClosed(1, 90)
            .filter(id -> IntStream.of(12, 26, 29, 30, 45, 66, 68, 69, 71, 83).noneMatch(gap -> gap == id))
            .toArray();

    @TempDir
    private Path folder;

    @Test
    void scoresAndBoxesAreThoseOfTheOriginalGraph() throws IOException {
        Path model = required("SSDLAB_WEIGHTS").resolve("ssdlite_mobilenet_v2_coco_tfjs");
        Path data = required("SSDLAB_DATA").resolve("coco128/train2017");
        Injector plugins =
                ComponentRegistry.injector(InstalledPlugin.discover(getClass().getClassLoader()));
        Path file = imported(model, plugins);
        WeightsConversion conversion = new WeightsCatalogue(plugins).named(CONVERSION, "test");
        DetectorSettings settings = new DetectorSettingsReader(plugins.getInstance(ComponentRegistry.class))
                .read(conversion.sheet().settings(), CONVERSION);
        ModelComponents components = ModelComponents.of(plugins, settings.model());
        DetectorLayout layout = components.layout(settings.model());
        List<String> classes = conversion.sheet().classes();
        JsonNode golden;
        try (InputStream in = getClass().getResourceAsStream("/golden/ssdlite_mobilenet_v2.json")) {
            golden = new ObjectMapper().readTree(in);
        }
        try (NDManager manager = Engine.getInstance().newBaseManager()) {
            DetectorNetwork network = DetectorNetwork.create(
                    components.backbone(), layout, classes.size(), manager, new SplittableRandom(0));
            InitialWeights.Outcome outcome = new InitialWeights(file, HeadStart.BY_CLASS, Map.of())
                    .into(network, classes, settings.model().pixels());
            assertThat(outcome.drawn()).isEmpty();
            assertThat(outcome.left()).isEmpty();
            BoxCoder coder = new BoxCoder(layout.priors(), settings.model().boxCoding());
            for (JsonNode image : golden.get("images")) {
                String name = image.get("image").textValue();
                assertImage(image, predicted(network, settings.model().inputEncoder(), manager, data, name), coder);
            }
        }
    }

    private static Path required(String variable) {
        Optional<String> value = Optional.ofNullable(System.getenv(variable)).filter(set -> !set.isBlank());
        assumeThat(value)
                .as("the variable " + variable + ", which names a folder")
                .isPresent();
        return Path.of(value.orElseThrow());
    }

    private Path imported(Path model, Injector plugins) {
        assumeThat(Files.exists(model)).as("the weights in " + model).isTrue();
        WeightsConversion conversion = new WeightsCatalogue(plugins).named(CONVERSION, "test");
        Path file = folder.resolve("weights.safetensors");
        try (TensorFile source = TensorFiles.open(model)) {
            WeightsImport weights = WeightsImport.of(source, conversion, model.toString());
            assertThat(weights.leftOver()).isEmpty();
            new WeightsWriter(file)
                    .write(weights, new WeightsNote(CONVERSION, conversion.sheet(), weights.names(), Map.of()));
        }
        return file;
    }

    /** What the network predicts for an image, on the host. */
    private static final class Predicted {

        private final String image;
        private final float[] logits;
        private final float[] offsets;

        Predicted(String image, float[] logits, float[] offsets) {
            this.image = image;
            this.logits = logits;
            this.offsets = offsets;
        }
    }

    private static Predicted predicted(
            DetectorNetwork network, InputEncoder encoder, NDManager manager, Path data, String image) {
        float[] pixels = new float[encoder.values()];
        encoder.write(new ImageDecoder().decode(image, data.resolve(image)), pixels, 0);
        try (NDManager scope = manager.newSubManager()) {
            Predictions predictions = network.forward(
                    scope.create(
                            pixels,
                            new Shape(
                                    1, encoder.input().height(), encoder.input().width(), 3)),
                    false);
            return new Predicted(
                    image,
                    predictions.classLogits().toFloatArray(),
                    predictions.boxOffsets().toFloatArray());
        }
    }

    private static void assertImage(JsonNode image, Predicted predicted, BoxCoder coder) {
        int priors = coder.priors().size();
        float[] corners = new float[4 * priors];
        double sum = 0;
        double absolute = 0;
        for (int prior = 0; prior < priors; prior++) {
            coder.decode(predicted.offsets, 4 * prior, prior, corners, 4 * prior);
        }
        for (float corner : corners) {
            sum += corner;
            absolute += Math.abs(corner);
        }
        assertThat(sum / corners.length)
                .as("mean of all corners, " + predicted.image)
                .isEqualTo(image.get("boxes_sum").doubleValue() / corners.length, within(1e-4));
        assertThat(absolute / corners.length)
                .isEqualTo(image.get("boxes_abs_sum").doubleValue() / corners.length, within(1e-4));
        for (JsonNode row : image.get("rows")) {
            assertRow(
                    predicted,
                    corners,
                    row.get(0).intValue(),
                    row,
                    1,
                    row.get(5).intValue(),
                    row.get(6));
        }
        for (JsonNode row : image.get("top60")) {
            assertRow(
                    predicted,
                    corners,
                    row.get(0).intValue(),
                    row,
                    3,
                    row.get(1).intValue(),
                    row.get(2));
        }
    }

    private static void assertRow(
            Predicted predicted, float[] corners, int prior, JsonNode row, int box, int id, JsonNode score) {
        int label = 1 + Arrays.binarySearch(IDS, id);
        float logit = predicted.logits[prior * (1 + IDS.length) + label];
        assertThat(1 / (1 + Math.exp(-logit)))
                .as("score of id %d at prior box %d, %s", id, prior, predicted.image)
                .isEqualTo(score.doubleValue(), within((double) TOLERANCE));
        // The file has the vertical axis first.
        float[] expected = {
            row.get(box + 1).floatValue(),
            row.get(box).floatValue(),
            row.get(box + 3).floatValue(),
            row.get(box + 2).floatValue()
        };
        assertThat(Arrays.copyOfRange(corners, 4 * prior, 4 * prior + 4))
                .as("box of prior box %d, %s", prior, predicted.image)
                .containsExactly(expected, within(TOLERANCE));
    }
}
