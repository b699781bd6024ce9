package io.ssdlab.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ImageResamplesTest {

    private static final List<String> IDS =
            IntStream.range(0, 50).mapToObj(i -> "image" + i).toList();

    @Test
    void drawAsManyImagesAsThereAre() {
        ImageResamples resamples = ImageResamples.of(IDS);

        for (int resample = 0; resample < ImageResamples.COUNT; resample++) {
            assertThat(resamples.counts(resample)).hasSize(50);
            assertThat(Arrays.stream(resamples.counts(resample)).sum()).isEqualTo(50);
        }
    }

    @Test
    void drawEachImageEquallyOften() {
        ImageResamples resamples = ImageResamples.of(IDS);
        int[] sums = new int[50];
        int absent = 0;
        for (int resample = 0; resample < ImageResamples.COUNT; resample++) {
            int[] counts = resamples.counts(resample);
            for (int i = 0; i < counts.length; i++) {
                sums[i] += counts[i];
                absent += counts[i] == 0 ? 1 : 0;
            }
        }

        // A thousand draws each, give or take four standard deviations of a Poisson count.
        assertThat(Arrays.stream(sums).boxed())
                .allSatisfy(sum -> assertThat(sum).isBetween(874, 1126));
        assertThat(absent / 50_000.0).isEqualTo(Math.pow(0.98, 50), within(0.01));
    }

    @Test
    void areTheSameForEver() {
        ImageResamples resamples = ImageResamples.of(List.of("000001", "000002", "000003", "000004", "000006"));

        // Stored values are under these: if they must change, so must the method's name.
        assertThat(resamples.key()).isEqualTo("68d712e7f78d743bd3696bf84e258f1c68a1b4504534c86331d8fcedf839ee60");
        assertThat(resamples.counts(0)).containsExactly(0, 2, 1, 1, 1);
        assertThat(resamples.counts(999)).containsExactly(2, 1, 0, 0, 2);
    }

    @Test
    void dependOnTheIdsAndTheirOrder() {
        assertThat(ImageResamples.of(List.of("a", "b")).key())
                .isNotEqualTo(ImageResamples.of(List.of("b", "a")).key())
                .isNotEqualTo(ImageResamples.of(List.of("ab")).key());
    }

    @Test
    void giveTheValueUnderEach() {
        ImageResamples resamples = ImageResamples.of(IDS);

        double[] values = resamples.values(counts -> counts[0] + 100.0 * counts[49]);

        assertThat(values).hasSize(ImageResamples.COUNT);
        for (int resample = 0; resample < values.length; resample++) {
            int[] counts = resamples.counts(resample);
            assertThat(values[resample]).isEqualTo(counts[0] + 100.0 * counts[49]);
        }
    }

    @Test
    void ofNoImagesAreEmpty() {
        assertThat(ImageResamples.of(List.of()).counts(0)).isEmpty();
    }
}
