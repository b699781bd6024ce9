package io.ssdlab.plugin.augmenters.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ssdlab.plugin.augmenters.Pictures;
import io.ssdlab.plugin.augmenters.place.Keep;
import io.ssdlab.plugin.augmenters.place.KeptObjects;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.data.MixingAugmenter;
import io.ssdlab.spi.data.Sample;
import io.ssdlab.spi.model.InputSize;
import io.ssdlab.spi.model.Preprocessing;
import io.ssdlab.testkit.MixingAugmenterContract;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MosaicTest extends MixingAugmenterContract {

    private static final Preprocessing ORIGINAL = new Preprocessing(Preprocessing.ChannelOrder.BGR, 104, 117, 123, 1);
    private static final KeptObjects OBJECTS = new KeptObjects(Keep.VISIBLE, 0.1, 2);
    private static final InputSize INPUT = new InputSize(40, 30);

    @Override
    protected MixingAugmenter augmenter() {
        return new Mosaic(new MosaicConfig(0.5, 0.5, 1.5, 0.1, false, OBJECTS), INPUT, ORIGINAL);
    }

    /** Each pixel of the mosaic is computed on its own: where on the large canvas does it lie, and who lies there? */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 1, 1.5, 2})
    void fourPicturesMeetAtAPointOfTheMiddleOfALargerCanvas(double scale) {
        MixingAugmenter mosaic = new Mosaic(new MosaicConfig(1, scale, scale, 0.1, false, OBJECTS), INPUT, ORIGINAL);
        int[] pixels = new int[5];
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom draws = new SplittableRandom(seed);
            draws.nextDouble();
            draws.nextDouble();
            double pointX = draws.nextDouble() - 0.5;
            double pointY = draws.nextDouble() - 0.5;
            double shiftX = 0.2 * draws.nextDouble() - 0.1;
            double shiftY = 0.2 * draws.nextDouble() - 0.1;
            Deque<Integer> levels = new ArrayDeque<>(List.of(20, 30, 40));
            Image mixed = mosaic.augment(plain(10), random -> plain(levels.pop()), new SplittableRandom(seed))
                    .image();
            int[] expected = levels(
                    Math.round(INPUT.width() * (0.5 + scale * pointX + shiftX)),
                    Math.round(INPUT.height() * (0.5 + scale * pointY + shiftY)));
            for (int y = 0; y < INPUT.height(); y++) {
                for (int x = 0; x < INPUT.width(); x++) {
                    // In inputs, from the point at which the pictures meet, as before the scaling and the shift.
                    double u = ((x + 0.5) / INPUT.width() - 0.5 - shiftX) / scale - pointX;
                    double v = ((y + 0.5) / INPUT.height() - 0.5 - shiftY) / scale - pointY;
                    if (nearAnEdge(u, scale * INPUT.width()) || nearAnEdge(v, scale * INPUT.height())) {
                        continue;
                    }
                    boolean covered = Math.abs(u) < 1 && Math.abs(v) < 1;
                    int quarter = (u > 0 ? 1 : 0) + (v > 0 ? 2 : 0);
                    assertThat(mixed.value(x, y, 0))
                            .as("blue at %d, %d, seed %d", x, y, seed)
                            .isEqualTo(covered ? expected[quarter] : 104);
                    pixels[covered ? quarter : 4]++;
                }
            }
        }
        // Background is seen where the point can lie further from an edge than pictures reach.
        assertThat(Arrays.stream(pixels, 0, 4).min().orElseThrow()).isPositive();
        assertThat(pixels[4] > 0).isEqualTo(0.5 + 0.5 * scale + 0.1 > scale);
    }

    /** The levels of the four: the given sample's, then those that are drawn for the quarters that show. */
    private static int[] levels(long x, long y) {
        int[] levels = new int[4];
        int drawn = 0;
        for (int quarter = 0; quarter < 4; quarter++) {
            boolean shows =
                    (quarter % 2 == 0 ? x > 0 : x < INPUT.width()) && (quarter / 2 == 0 ? y > 0 : y < INPUT.height());
            if (quarter == 0) {
                levels[quarter] = 10;
            } else if (shows) {
                drawn++;
                levels[quarter] = 10 + 10 * drawn;
            }
        }
        return levels;
    }

    private static boolean nearAnEdge(double place, double pixels) {
        double distance = Math.min(Math.abs(place), Math.abs(Math.abs(place) - 1));
        return distance * pixels < 1.1;
    }

    private static Sample plain(int level) {
        return new Sample("sample " + level, Pictures.plain(20, 20, level, level, level), List.of());
    }

    @Test
    void refusesARangeUpsideDown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MosaicConfig(1, 2, 0.1, 0, false, OBJECTS))
                .withMessageContaining("min-scale 2.0 is above max-scale 0.1");
    }
}
