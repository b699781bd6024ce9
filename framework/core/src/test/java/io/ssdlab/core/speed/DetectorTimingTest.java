package io.ssdlab.core.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ssdlab.core.detect.DetectionStage;
import io.ssdlab.core.detect.LoadedDetector;
import io.ssdlab.core.detect.StageListener;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.evaluation.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DetectorTimingTest {

    private static final long MILLISECOND = 1_000_000;

    private final AtomicLong clock = new AtomicLong();
    private final List<List<Image>> seen = new ArrayList<>();
    private final List<Image> pictures = new NoisePictures(4, 3).draw(3, new SplittableRandom(1));

    /** Batch n takes n milliseconds for the network, counted from 1, and one more for the boxes. */
    private final class Slowing implements LoadedDetector {

        @Override
        public List<String> classes() {
            return List.of("any");
        }

        @Override
        public List<List<Detection>> detect(List<Image> images, StageListener stages) {
            seen.add(images);
            clock.addAndGet((seen.size() + 1) * MILLISECOND);
            stages.took(DetectionStage.NETWORK, seen.size() * MILLISECOND);
            stages.took(DetectionStage.BOXES, MILLISECOND);
            return images.stream().map(image -> List.<Detection>of()).toList();
        }

        @Override
        public void close() {
            // Nothing to free.
        }
    }

    @Test
    void timesWhatFollowsTheWarmUp() {
        BatchSpeed speed = timing(new SpeedProtocol(2, 5)).of(2);

        assertThat(speed.stages()).containsOnlyKeys(DetectionStage.NETWORK, DetectionStage.BOXES);
        Latency network = speed.stages().get(DetectionStage.NETWORK);
        assertThat(network.median()).isEqualTo(5);
        assertThat(network.mean()).isEqualTo(5);
        assertThat(network.p95()).isEqualTo(6.8, within(1e-9));
        assertThat(speed.stages().get(DetectionStage.BOXES)).isEqualTo(new Latency(1, 1, 1));
        assertThat(speed.whole().median()).isEqualTo(6);
        assertThat(speed.imagesPerSecond(network)).isEqualTo(400, within(1e-9));
    }

    @Test
    void goesRoundThePictures() {
        timing(new SpeedProtocol(0, 2)).of(2);

        assertThat(seen)
                .containsExactly(List.of(pictures.get(0), pictures.get(1)), List.of(pictures.get(2), pictures.get(0)));
    }

    @Test
    void wantsSomethingToTime() {
        assertThatThrownBy(() -> new SpeedProtocol(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SpeedProtocol(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DetectorTiming(new Slowing(), List.of(), new SpeedProtocol(1, 1), clock::get))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private DetectorTiming timing(SpeedProtocol protocol) {
        return new DetectorTiming(new Slowing(), pictures, protocol, clock::get);
    }
}
