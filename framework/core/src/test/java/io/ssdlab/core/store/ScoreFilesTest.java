package io.ssdlab.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.spi.evaluation.Scores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScoreFilesTest {

    private static final MetricIdentity METRIC = new MetricIdentity("coco", "{}", "datasets", "1.0", "bootstrap");

    private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix());
    private final Path run = disk.getPath("/runs/one");
    private final ScoreFiles files = new ScoreFiles();

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    private static MetricScores scores(double... resampled) {
        return new MetricScores(
                METRIC,
                new Scores(0.1 + 0.2, Map.of("disc", Double.NaN), Map.of("AP50", 1.0 / 3)),
                new ResampledScore("images", resampled));
    }

    private Path file() {
        return run.resolve("scores/coco-" + METRIC.shortId() + ".json");
    }

    @Test
    void readsWhatWasWritten() {
        MetricScores written = scores(0, 1, 0.123456, Double.NaN, 1.0 / 3, 0.000001);
        files.write(run, written);

        assertThat(files.read(run, METRIC)).contains(written);
        assertThat(files.readAll(run)).containsExactly(written);
        assertThat(files.read(run, new MetricIdentity("coco", "{}", "datasets", "1.1", "bootstrap")))
                .isEmpty();
    }

    @Test
    void readsAnyNumberOfResamples() {
        double[] many = new double[2345];
        many[2344] = 0.5;
        files.write(run, scores(many));
        assertThat(files.read(run, METRIC)).contains(scores(many));

        files.write(run, scores());
        assertThat(files.read(run, METRIC)).contains(scores());
    }

    @Test
    void takesNoDamagedFile() throws IOException {
        files.write(run, scores(0.25));
        Files.writeString(file(), Files.readString(file()).replace("250000", "260000"));

        assertThat(files.read(run, METRIC)).isEmpty();
        assertThat(files.wholeness(run)).containsValue(false);
    }

    @Test
    void takesNoFileOfAFormerVersion() throws IOException {
        files.write(run, scores(0.25));
        String content = Files.readString(file())
                .replaceFirst("(?s).*\"content\":", "")
                .replace("\"millionths\":[250000]", "\"values\":[0.25]");
        byte[] bytes = content.substring(0, content.length() - 2).getBytes(StandardCharsets.UTF_8);
        String sum = new Sha256().add(bytes, 0, bytes.length).hex();
        Files.writeString(file(), "{\"sha256\":\"" + sum + "\",\n\"content\":" + content);

        assertThat(files.read(run, METRIC)).isEmpty();
    }
}
