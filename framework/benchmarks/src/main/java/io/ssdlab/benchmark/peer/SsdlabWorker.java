package io.ssdlab.benchmark.peer;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import io.ssdlab.benchmark.PaperExperiment;
import io.ssdlab.core.engine.DeviceChoice;
import io.ssdlab.core.engine.EngineClassPath;
import io.ssdlab.core.engine.EngineName;
import io.ssdlab.core.engine.GpuDriver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * SSD300 as ssdlab has it, computing what it is told on standard input: {@code forward 4}, {@code inference 1}, {@code
 * training 4}. Each answer is the nanoseconds that it took.
 */
public final class SsdlabWorker {

    private static final String ENGINES = "framework/cli/target/ssdlab/engines";

    private SsdlabWorker() {}

    /**
     * Arguments: the engine, the top folder of the repository, the number of threads, the candidates of an image, the device
     * ({@code cpu} or {@code gpu0}).
     */
    public static void main(String[] arguments) throws IOException {
        Path repository = Path.of(arguments[1]);
        EngineName name = EngineName.valueOf(arguments[0]);
        int threads = Integer.parseInt(arguments[2]);
        Engine engine = new EngineClassPath(repository.resolve(ENGINES), System.getenv()).load(name);
        Device device =
                DeviceChoice.parse(arguments[4], "the fifth argument").device(engine, new GpuDriver(Path.of("/")));
        Path folder = Files.createTempDirectory("ssdlab-benchmark");
        try (NDManager manager = engine.newBaseManager(device);
                Ssd300 detector = new Ssd300(
                        PaperExperiment.load(repository), manager, threads, Integer.parseInt(arguments[3]), folder);
                BufferedReader orders =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            System.out.println("ready " + engine.getVersion());
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ");
                System.out.println(detector.nanoseconds(Workload.of(words[0]), Integer.parseInt(words[1])));
            }
        }
    }
}
