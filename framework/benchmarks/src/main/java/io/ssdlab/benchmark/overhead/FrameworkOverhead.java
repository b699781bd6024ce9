package io.ssdlab.benchmark.overhead;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import io.ssdlab.benchmark.PaperExperiment;
import io.ssdlab.benchmark.Timings;
import io.ssdlab.core.engine.EngineClassPath;
import io.ssdlab.core.engine.EngineName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Times our training loop beside a plain one in DJL, alternately in one process and on one network: the same forward pass,
 * loss and backward pass, but in the plain one a batch that lies ready and an update written down directly. Prints a line of a
 * Markdown table.
 */
public final class FrameworkOverhead {

    private static final String ENGINES = "framework/cli/target/ssdlab/engines";
    private static final int WARM_UPS = 2;

    private FrameworkOverhead() {}

    /** Arguments: the engine, the top folder of the repository, the batch size, the rounds. */
    public static void main(String[] arguments) throws IOException {
        EngineName name = EngineName.valueOf(arguments[0]);
        Path repository = Path.of(arguments[1]);
        int batch = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        Engine engine = new EngineClassPath(repository.resolve(ENGINES), System.getenv()).load(name);
        Timings ours = new Timings();
        Timings plain = new Timings();
        Path folder = Files.createTempDirectory("ssdlab-benchmark");
        try (NDManager manager = engine.newBaseManager();
                TwoLoops loops = new TwoLoops(PaperExperiment.load(repository), manager, batch, folder)) {
            loops.run(WARM_UPS, new Timings(), new Timings());
            loops.run(rounds, ours, plain);
        }
        System.out.println(String.format(
                Locale.ROOT,
                "| %s %s | %d | %s | %s | %+.1f %% |",
                name.djlName(),
                engine.getVersion(),
                batch,
                plain.milliseconds(),
                ours.milliseconds(),
                100 * (ours.median() / plain.median() - 1)));
    }
}
