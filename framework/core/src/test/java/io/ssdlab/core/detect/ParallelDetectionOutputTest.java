package io.ssdlab.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ssdlab.spi.model.PriorBoxes;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelDetectionOutputTest {

    private static final PriorBoxes PRIORS = Ssd300Priors.lastThreeLayers();
    private static final int CLASSES = 5;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** With few candidates a class and few detections an image, so that every limit bites; many scores are equal. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 190, 400})
    void theNumberOfPartsChangesNothing(int parts) {
        DetectionOutput output = new DetectionOutput(
                new BoxCoder(PRIORS, BoxCoding.CENTRE_SIZE), CLASSES, new DetectionThresholds(0.05f, 20, 0.45f, 40));
        Random random = new Random(parts);
        float[] logits = new float[2 * PRIORS.size() * (1 + CLASSES)];
        float[] offsets = new float[2 * PRIORS.size() * 4];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = random.nextInt(5);
        }
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = random.nextFloat() - 0.5f;
        }
        ParallelDetectionOutput parallel = new ParallelDetectionOutput(output, threads, parts);

        for (int image = 0; image < 2; image++) {
            List<DetectedBox> expected = output.detect(logits, offsets, image);
            assertThat(expected).hasSize(40);
            assertThat(parallel.detect(logits, offsets, image).join()).isEqualTo(expected);
        }
    }

    @Test
    void predictionsThatAreNotNumbersFail() {
        DetectionOutput output =
                new DetectionOutput(new BoxCoder(PRIORS, BoxCoding.CENTRE_SIZE), CLASSES, DetectionThresholds.ORIGINAL);
        float[] logits = new float[PRIORS.size() * (1 + CLASSES)];
        logits[logits.length - 1] = Float.NaN;

        assertThatThrownBy(() -> new ParallelDetectionOutput(output, threads, 3)
                        .detect(logits, new float[PRIORS.size() * 4], 0)
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ArithmeticException.class);
    }
}
