package io.ssdlab.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ssdlab.cli.CliRun;
import io.ssdlab.core.data.image.ImageEncoder;
import io.ssdlab.core.speed.NoisePictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code ssdlab bench} with the detector of one run of two steps, and with one that is not trained. */
@Tag("engine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BenchTest {

    private TinyExperiment tiny;
    private String run;

    @BeforeAll
    void run(@TempDir Path folder) throws IOException {
        tiny = TinyExperiment.in(folder, TinyExperiment.SHAPES);
        CliRun trained = tiny.ssdlab("run", "--set", "training.iterations=2");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        run = tiny.run("results", TinyExperiment.RUN).getFileName().toString();
    }

    @Test
    void timesEveryStageOfARunsDetector() {
        CliRun bench = bench("--run", run, "--batch", "1,2", "--timed", "3", "--warm-up", "1");

        assertThat(bench.exitCode()).as(bench.err()).isZero();
        for (String batch : new String[] {"1", "2"}) {
            for (String stage : new String[] {"pictures", "network", "boxes and NMS", "all"}) {
                assertThat(bench.out()).containsPattern("\n" + batch + " +" + stage + " +[0-9.]+ +[0-9.]+ +[0-9.]+\n");
            }
        }
        assertThat(bench.out())
                .startsWith("batch  stage")
                .contains("3 timed after 1; pictures: noise of 500 x 375 pixels, decoded before.");
    }

    /** Its boxes say nothing. */
    @Test
    void ofAnExperimentOnlyThePicturesAndTheNetworkAreTimed() throws IOException {
        CliRun bench = tiny.ssdlab("bench", "--batch", "1", "--timed", "2", "--warm-up", "0", "--json");

        assertThat(bench.exitCode()).as(bench.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(bench.out());
        assertThat(json.path("speeds").findValuesAsText("stage")).containsExactly("pictures", "network");
        JsonNode network = json.path("speeds").path(1);
        assertThat(network.path("medianMilliseconds").asDouble()).isPositive();
        assertThat(network.path("p95Milliseconds").asDouble())
                .isGreaterThanOrEqualTo(network.path("medianMilliseconds").asDouble());
        assertThat(json.path("timedBatches").asInt()).isEqualTo(2);
    }

    @Test
    void detectsOnThePicturesGiven() throws IOException {
        byte[] jpeg = new ImageEncoder()
                .jpeg(new NoisePictures(40, 30).draw(1, new SplittableRandom(1)).get(0), 90);
        Files.write(tiny.folder().resolve("picture.jpg"), jpeg);

        CliRun bench =
                bench("--run", run, "--pictures", "picture.jpg", "--batch", "2", "--timed", "1", "--warm-up", "0");

        assertThat(bench.exitCode()).as(bench.err()).isZero();
        assertThat(bench.out()).contains("pictures: 1 of those given");
    }

    @Test
    void wrongOptionsAreToldTogether() {
        CliRun bench = bench("--run", run, "--batch", "0", "--timed", "0", "--warm-up", "-1");

        assertThat(bench.exitCode()).isEqualTo(2);
        assertThat(bench.err()).contains("--batch").contains("--timed").contains("--warm-up");
    }

    @Test
    void optionsOfExperimentsAreNotPassedOverInSilence() {
        CliRun bench = bench("--run", run, "--row", "any", "--set", "training.batch=1", "--classes", "3");

        assertThat(bench.exitCode()).isEqualTo(2);
        assertThat(bench.err())
                .contains("--row: is for an experiment file")
                .contains("--set: is for")
                .contains("--classes: is for");
    }

    @Test
    void somethingIsToBeTimed() {
        assertThat(bench("--batch", "1").exitCode()).isEqualTo(2);
        assertThat(bench("--run", "nobody").exitCode()).isEqualTo(2);
    }

    private CliRun bench(String... arguments) {
        String[] words = new String[arguments.length + 1];
        words[0] = "bench";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return CliRun.in(tiny.folder(), words);
    }
}
