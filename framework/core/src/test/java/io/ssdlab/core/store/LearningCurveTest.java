package io.ssdlab.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.ssdlab.core.store.LearningCurve.Point;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LearningCurveTest {

    private FileSystem files;
    private Path file;

    @BeforeEach
    void open() {
        files = Jimfs.newFileSystem(Configuration.unix());
        file = files.getPath("/learning-curve.csv");
    }

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    @Test
    void isACsvWithALineForEachScore() throws IOException {
        LearningCurve curve = LearningCurve.open(file, 0);
        curve.append(point(10, 0.25, Double.NaN));
        curve.append(point(20, 0.5, 0.125));

        assertThat(Files.readString(file)).isEqualTo("iteration,voc07,coco\n10,0.25,NaN\n20,0.5,0.125\n");
        assertThat(LearningCurve.read(file)).hasValue(List.of(point(10, 0.25, Double.NaN), point(20, 0.5, 0.125)));
    }

    @Test
    void goesOnAfterAStepAndForgetsLaterOnes() {
        LearningCurve curve = LearningCurve.open(file, 0);
        curve.append(point(10, 0.1, 0.1));
        curve.append(point(20, 0.2, 0.2));
        curve.append(point(30, 0.3, 0.3));

        LearningCurve.open(file, 20).append(point(30, 0.4, 0.4));

        assertThat(LearningCurve.read(file).orElseThrow())
                .containsExactly(point(10, 0.1, 0.1), point(20, 0.2, 0.2), point(30, 0.4, 0.4));
    }

    @Test
    void aNewRunBeginsAnew() {
        LearningCurve.open(file, 0).append(point(10, 0.1, 0.1));
        LearningCurve.open(file, 0).append(point(5, 0.2, 0.2));

        assertThat(LearningCurve.read(file).orElseThrow()).containsExactly(point(5, 0.2, 0.2));
    }

    @Test
    void otherMetricsBeginAnew() {
        LearningCurve curve = LearningCurve.open(file, 0);
        curve.append(point(10, 0.1, 0.1));
        curve.append(new Point(20, Map.of("voc12", 0.5)));

        assertThat(LearningCurve.read(file).orElseThrow()).containsExactly(new Point(20, Map.of("voc12", 0.5)));
    }

    @Test
    void whatIsNoCurveIsNone() throws IOException {
        for (String text : List.of("", "loss,1\n", "iteration,voc07\n1\n", "iteration,voc07\n1,x\n")) {
            Files.writeString(file, text);
            assertThat(LearningCurve.read(file)).as(text).isEmpty();
            LearningCurve.open(file, 7).append(point(8, 0.5, 0.5));
            assertThat(LearningCurve.read(file).orElseThrow()).hasSize(1);
        }
    }

    private static Point point(long iteration, double voc07, double coco) {
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put("voc07", voc07);
        scores.put("coco", coco);
        return new Point(iteration, scores);
    }
}
