package io.ssdlab.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsLogTest {

    private static final List<String> TERMS = List.of("location", "confidence");

    private final FileSystem disk = Jimfs.newFileSystem(
            Configuration.unix().toBuilder().setWorkingDirectory("/lab").build());
    private final Path file = disk.getPath("/run/metrics.csv");

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    private static StepMetrics step(long iteration) {
        Map<String, Double> terms = new LinkedHashMap<>();
        terms.put("location", 0.1 * iteration);
        terms.put("confidence", 1.0 / 3);
        return new StepMetrics(iteration, iteration == 3 ? Double.NaN : 1.5, terms, 1e-3, 41.5, 0.25);
    }

    private static List<StepMetrics> steps(long last) {
        return LongStream.rangeClosed(1, last).mapToObj(MetricsLogTest::step).toList();
    }

    private void write(long keep, long from, long to) {
        try (MetricsLog log = MetricsLog.open(file, TERMS, keep)) {
            LongStream.rangeClosed(from, to).mapToObj(MetricsLogTest::step).forEach(log::append);
            log.force();
        }
    }

    @Test
    void readsBackEachStepAsSoonAsItIsAppended() throws IOException {
        try (MetricsLog log = MetricsLog.open(file, TERMS, 0)) {
            log.append(step(1));
            assertThat(MetricsLog.read(file)).containsExactly(step(1));
            log.append(step(2));
            log.append(step(3));
            assertThat(MetricsLog.read(file)).isEqualTo(steps(3));
        }
        assertThat(Files.readString(file)).startsWith("""
                iteration,loss,location,confidence,learning-rate,images-per-second,waiting-share
                1,1.5,0.1,0.3333333333333333,0.001,41.5,0.25
                """);
    }

    @Test
    void goesOnAfterACheckpointAsIfNeverInterrupted() throws IOException {
        write(0, 1, 9);
        byte[] uninterrupted = Files.readAllBytes(file);
        write(0, 1, 7);
        Files.writeString(file, "8,0.", StandardOpenOption.APPEND);
        assertThat(MetricsLog.read(file)).isEqualTo(steps(7));
        write(5, 6, 9);
        assertThat(Files.readAllBytes(file)).isEqualTo(uninterrupted);
    }

    @Test
    void keepsWholeLinesOnlyWhenTheLastIsHalf() throws IOException {
        write(0, 1, 2);
        Files.writeString(file, "3,0.", StandardOpenOption.APPEND);
        write(2, 3, 3);
        assertThat(MetricsLog.read(file)).isEqualTo(steps(3));
    }

    @Test
    void beginsAnewWithOtherTerms() throws IOException {
        write(0, 1, 4);
        try (MetricsLog log = MetricsLog.open(file, List.of("focal"), 4)) {
            log.append(new StepMetrics(5, 1, Map.of("focal", 1.0), 1, 1, 0));
        }
        assertThat(MetricsLog.read(file)).extracting(StepMetrics::iteration).containsExactly(5L);
    }

    @Test
    void refusesOtherTermsThanItsHead() {
        try (MetricsLog log = MetricsLog.open(file, TERMS, 0)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> log.append(new StepMetrics(1, 1, Map.of("focal", 1.0), 1, 1, 0)));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> MetricsLog.open(file, List.of("a,b"), 0));
    }

    @Test
    void saysThatALineIsDamaged() throws IOException {
        write(0, 1, 1);
        Files.writeString(file, "2,x,1,1,1,1,1\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> MetricsLog.read(file))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("/run/metrics.csv: is damaged at the line '2,x");
        Files.writeString(file, "something else\n");
        assertThatThrownBy(() -> MetricsLog.read(file)).isInstanceOf(StorageException.class);
    }

    @Test
    void endsWithAWholeLineOnAFullDisk() throws IOException {
        Configuration tiny = Configuration.unix().toBuilder().setWorkingDirectory("/lab").build().toBuilder()
                .setBlockSize(16)
                .setMaxSize(512)
                .build();
        try (FileSystem full = Jimfs.newFileSystem(tiny)) {
            Path metrics = full.getPath("/lab/metrics.csv");
            try (MetricsLog log = MetricsLog.open(metrics, TERMS, 0)) {
                assertThatThrownBy(() -> steps(100).forEach(log::append))
                        .isInstanceOf(StorageException.class)
                        .hasMessageContaining("/lab/metrics.csv");
            }
            assertThat(Files.readString(metrics)).endsWith("\n");
            List<StepMetrics> whole = MetricsLog.read(metrics);
            assertThat(whole).isNotEmpty().isEqualTo(steps(whole.size()));
        }
    }
}
