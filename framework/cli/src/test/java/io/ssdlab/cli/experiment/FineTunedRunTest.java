package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.ssdlab.cli.CliRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that starts from the weights of another and learns some of them, through the command line. */
@Tag("engine")
class FineTunedRunTest {

    private static final String GROUPS = "training.parameter-groups=["
            + "{name: stem, tensors: ['conv1_*'], frozen: yes}, "
            + "{name: others, tensors: ['conv[2-9]_?.*', 'conv[2-9]_?_bn.*'], learning-rate-multiplier: 0.5,"
            + " frozen-statistics: yes}]";

    @Test
    void keepsWhatItsGroupsSayOfTheWeightsThatItStartsFrom(@TempDir Path folder) throws IOException {
        TinyExperiment tiny = TinyExperiment.in(folder, TinyExperiment.SHAPES);
        assertThat(tiny.ssdlab("run", "--results", "base").exitCode()).isZero();
        Path weights = checkpoint(tiny.run("base", TinyExperiment.RUN));

        String[] tuning = {"--results", "tuned", "--set", "training.initial-weights=" + weights, "--set", GROUPS};
        CliRun run = tiny.ssdlab("run", tuning);
        assertThat(run.exitCode()).as(run.err()).isZero();

        Map<String, float[]> before = tensors(weights);
        Map<String, float[]> after = tensors(checkpoint(tiny.run("tuned", TinyExperiment.RUN)));
        assertThat(after.keySet())
                .contains("conv2_1.weight.velocity", "conv2_1_bn.gamma.velocity")
                .noneMatch(name -> name.startsWith("conv1") && name.endsWith(".velocity"));
        after.forEach((name, values) -> {
            if (name.startsWith("conv1") || name.contains("_bn.running")) {
                assertThat(values).as(name).isEqualTo(before.get(name));
            } else if (!name.equals("iteration")) {
                assertThat(values).as(name).isNotEqualTo(before.get(name));
            }
        });

        CliRun explain = tiny.ssdlab("explain", "--tensors", "--set", GROUPS);
        assertThat(explain.exitCode()).as(explain.err()).isZero();
        // Two convolutions of 3x3 from 3 to 8 and 8 to 8 channels, with scale and shift.
        int frozen = 9 * 3 * 8 + 9 * 8 * 8 + 2 * 2 * 8;
        assertThat(explain.out())
                .containsPattern("training.parameter-groups.0.frozen +yes|true +--set")
                .containsPattern("learnt       [0-9,]+, frozen " + frozen + "\n")
                .containsPattern("group        stem      +10 tensors, +" + frozen + " parameters  frozen\n")
                .containsPattern("group        others .* parameters  learning rate x 0.5, statistics frozen\n")
                .containsPattern("group        the rest .* parameters  learnt\n")
                .containsPattern("tensor       conv1_1.weight +\\[8, 3, 3, 3\\] +stem\n")
                .containsPattern("tensor       conv2_1_mbox_loc.bias +\\[16\\]\n");
    }

    private static Path checkpoint(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(file -> file.toString().endsWith(".checkpoint"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    private static Map<String, float[]> tensors(Path file) throws IOException {
        Map<String, float[]> tensors = new TreeMap<>();
        try (NDManager manager = NDManager.newBaseManager();
                InputStream in = Files.newInputStream(file)) {
            for (NDArray array : NDList.decode(manager, in)) {
                boolean count = array.getName().equals("iteration");
                tensors.put(array.getName(), count ? new float[0] : array.toFloatArray());
            }
        }
        return tensors;
    }
}
