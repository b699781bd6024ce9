package io.ssdlab.core.experiment;

import io.ssdlab.core.data.TrainedObjects;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.TrainingBoxes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The boxes of a training split, which is read once, when they are first asked for. Thread-safe. */
public final class TrainingSplitBoxes implements TrainingBoxes {

    private final Supplier<Dataset> split;
    private final TrainedObjects objects;
    private Optional<List<CornerBox>> boxes = Optional.empty();

    /** @param useDifficult whether objects that are marked as difficult are trained on */
    public TrainingSplitBoxes(Supplier<Dataset> split, boolean useDifficult) {
        this.split = split;
        this.objects = new TrainedObjects(useDifficult);
    }

    @Override
    public synchronized List<CornerBox> boxes() {
        if (boxes.isEmpty()) {
            boxes = Optional.of(read());
        }
        return boxes.get();
    }

    /** What was told; empty if nobody asked. */
    public synchronized Optional<List<CornerBox>> asked() {
        return boxes;
    }

    private List<CornerBox> read() {
        return split.get().images().stream()
                .flatMap(image -> objects.groundTruths(image).stream())
                .map(GroundTruth::box)
                .toList();
    }
}
