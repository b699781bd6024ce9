package io.ssdlab.plugin.augmenters.photometric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.spi.data.Augmenter;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.testkit.AugmenterContract;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaheTest extends AugmenterContract {

    private static final int TILES = 4;
    private static final int SIDE = 16;

    @Override
    protected Augmenter augmenter() {
        return new Clahe(new ClaheConfig(0.5, 1, 4, 8));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2.5, 4, 1000})
    void isAsComputedTileByTile(double clipLimit) {
        Image picture = GreyPictures.noise(TILES * SIDE, TILES * SIDE, 60, 90);
        Image equalised = new Clahe(new ClaheConfig(1, clipLimit, clipLimit, TILES))
                .augment(new Sample("a", picture, List.of()), new SplittableRandom(1))
                .image();
        double[][][] ranks = new double[TILES][TILES][];
        for (int row = 0; row < TILES; row++) {
            for (int column = 0; column < TILES; column++) {
                ranks[row][column] = ranks(picture, row * SIDE, column * SIDE, clipLimit);
            }
        }
        for (int y = 0; y < TILES * SIDE; y++) {
            for (int x = 0; x < TILES * SIDE; x++) {
                assertThat((double) equalised.value(x, y, 1))
                        .as("level at %d, %d", x, y)
                        .isCloseTo(between(ranks, x, y, picture.value(x, y, 1)), within(1.0));
            }
        }
    }

    /** What becomes of each level in a tile: its rank among the counts, of which those above the limit are spread over all. */
    private static double[] ranks(Image picture, int top, int left, double clipLimit) {
        int[] counts = new int[256];
        for (int y = top; y < top + SIDE; y++) {
            for (int x = left; x < left + SIDE; x++) {
                counts[picture.value(x, y, 0)]++;
            }
        }
        int limit = Math.max(1, (int) (clipLimit * SIDE * SIDE / 256));
        int spare = 0;
        for (int level = 0; level < 256; level++) {
            spare += Math.max(0, counts[level] - limit);
            counts[level] = Math.min(counts[level], limit);
        }
        int rest = spare % 256;
        int step = rest == 0 ? 256 : Math.max(1, 256 / rest);
        double[] ranks = new double[256];
        int sum = 0;
        for (int level = 0; level < 256; level++) {
            sum += counts[level] + spare / 256;
            if (level % step == 0 && rest > 0) {
                sum++;
                rest--;
            }
            ranks[level] = Math.rint(255.0 * sum / (SIDE * SIDE));
        }
        return ranks;
    }

    /** Between the middles of the four nearest tiles, linearly. */
    private static double between(double[][][] ranks, int x, int y, int level) {
        double column = (double) x / SIDE - 0.5;
        double row = (double) y / SIDE - 0.5;
        int left = (int) Math.floor(column);
        int top = (int) Math.floor(row);
        double toRight = column - left;
        double toBottom = row - top;
        return (1 - toBottom)
                        * ((1 - toRight) * at(ranks, top, left)[level] + toRight * at(ranks, top, left + 1)[level])
                + toBottom
                        * ((1 - toRight) * at(ranks, top + 1, left)[level]
                                + toRight * at(ranks, top + 1, left + 1)[level]);
    }

    private static double[] at(double[][][] ranks, int row, int column) {
        return ranks[Math.max(0, Math.min(TILES - 1, row))][Math.max(0, Math.min(TILES - 1, column))];
    }

    @Test
    void refusesARangeUpsideDown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClaheConfig(1, 3, 2, 8))
                .withMessageContaining("min-clip-limit 3.0 is above max-clip-limit 2.0");
    }
}
