package io.ssdlab.benchmark;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.ssdlab.core.engine.DeviceChoice;
import io.ssdlab.core.engine.EngineClassPath;
import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.engine.GpuDriver;
import io.ssdlab.core.experiment.Experiment;
import io.ssdlab.core.experiment.ModelComponents;
import io.ssdlab.core.model.DetectorLayout;
import io.ssdlab.core.model.DetectorNetwork;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.training.Predictions;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What SSD300 with the same drawn weights predicts of the same pixels on the CPU and on another device, by one engine in one
 * process. Prints a Markdown table: how large the predictions are, and how far those of the two devices are apart.
 */
public final class DeviceAgreement {

    private static final String ENGINES = "framework/cli/target/ssdlab/engines";
    private static final int CLASSES = 20;
    private static final int BATCH = 2;

    private final Engine engine;
    private final PaperExperiment paper;

    private DeviceAgreement(Engine engine, PaperExperiment paper) {
        this.engine = engine;
        this.paper = paper;
    }

    private record Values(float[] logits, float[] offsets) {}

    /** Arguments: the engine, the top folder of the repository, the device. */
    public static void main(String[] arguments) {
        EngineName name = EngineName.valueOf(arguments[0]);
        Path repository = Path.of(arguments[1]);
        Engine engine = new EngineClassPath(repository.resolve(ENGINES), System.getenv()).load(name);
        Device device =
                DeviceChoice.parse(arguments[2], "the third argument").device(engine, new GpuDriver(Path.of("/")));
        DeviceAgreement agreement = new DeviceAgreement(engine, PaperExperiment.load(repository));
        Values expected = agreement.predict(Device.cpu());
        Values found = agreement.predict(device);
        System.out.printf(
                "%s %s, %s beside the CPU:%n%n", engine.getEngineName(), engine.getVersion(), device.getDeviceType());
        System.out.println("| | root mean square | greatest difference | root mean square difference |");
        System.out.println("| --- | ---: | ---: | ---: |");
        print("logits", expected.logits(), found.logits());
        print("offsets", expected.offsets(), found.offsets());
    }

    private Values predict(Device device) {
        Experiment settings = paper.experiment();
        DetectorLayout layout = new ModelComponents(
                        paper.components().backbone(), paper.components().priors())
                .layout(settings.model());
        try (NDManager manager = engine.newBaseManager(device)) {
            DetectorNetwork network = DetectorNetwork.create(
                    paper.components().backbone(), layout, CLASSES, manager, new SplittableRandom(1));
            NDArray pixels = pixels(manager, layout.input());
            Predictions predictions = network.forward(pixels, false);
            return new Values(
                    predictions.classLogits().toFloatArray(),
                    predictions.boxOffsets().toFloatArray());
        }
    }

    private static NDArray pixels(NDManager manager, InputSize input) {
        SplittableRandom random = new SplittableRandom(2);
        float[] values = new float[3 * BATCH * input.height() * input.width()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(256) - 117f;
        }
        return manager.create(values, new Shape(BATCH, input.height(), input.width(), 3));
    }

    private static void print(String what, float[] expected, float[] found) {
        double squares = 0;
        double differences = 0;
        double greatest = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs((double) expected[i] - found[i]);
            squares += (double) expected[i] * expected[i];
            differences += difference * difference;
            greatest = Math.max(greatest, difference);
        }
        System.out.println(String.format(
                Locale.ROOT,
                "| %s | %.7g | %.2g | %.2g |",
                what,
                Math.sqrt(squares / expected.length),
                greatest,
                Math.sqrt(differences / expected.length)));
    }
}
