package io.ssdlab.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.box.PixelBox;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.data.Dataset;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class TrainingSplitBoxesTest {

    private static final Dataset SPLIT = new Dataset(
            List.of("cell"),
            List.of(
                    image(
                            200,
                            100,
                            new AnnotatedObject(new PixelBox(20, 10, 120, 60), 1, false, false),
                            new AnnotatedObject(new PixelBox(0, 0, 50, 50), 1, true, false)),
                    image(100, 100),
                    image(50, 100, new AnnotatedObject(new PixelBox(0, 50, 25, 100), 1, false, true))),
            List.of());

    private static AnnotatedImage image(int width, int height, AnnotatedObject... objects) {
        return new AnnotatedImage("image", Path.of("image.png"), width, height, List.of(objects));
    }

    @Test
    void areTheSplitsInItsOrder() {
        assertThat(new TrainingSplitBoxes(() -> SPLIT, true).boxes())
                .containsExactly(
                        new CornerBox(0.1f, 0.1f, 0.6f, 0.6f),
                        new CornerBox(0, 0, 0.25f, 0.5f),
                        new CornerBox(0, 0.5f, 0.5f, 1));
    }

    @Test
    void areWithoutTheDifficultOnesWhereTrainingIs() {
        assertThat(new TrainingSplitBoxes(() -> SPLIT, false).boxes())
                .containsExactly(new CornerBox(0.1f, 0.1f, 0.6f, 0.6f));
    }

    @Test
    void areReadOnceWhenAskedFor() {
        AtomicInteger read = new AtomicInteger();
        TrainingSplitBoxes boxes = new TrainingSplitBoxes(
                () -> {
                    read.incrementAndGet();
                    return SPLIT;
                },
                true);
        assertThat(boxes.asked()).isEmpty();
        assertThat(read).hasValue(0);

        assertThat(boxes.boxes()).isSameAs(boxes.boxes());
        assertThat(boxes.asked()).contains(boxes.boxes());
        assertThat(read).hasValue(1);
    }
}
