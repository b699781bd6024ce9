package io.ssdlab.core.experiment;

import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.TrainingBoxes;
import java.util.List;

/** Stands for boxes that are trained on where no data is read, and knows whether somebody needed them. Thread-safe. */
public final class UnreadTrainingBoxes implements TrainingBoxes {

    private volatile boolean asked;

    @Override
    public List<CornerBox> boxes() {
        asked = true;
        throw new InvalidInputException(
                "dataset.train",
                "is not read for this",
                "prior boxes that are fitted to it are laid out when it is run");
    }

    /** Whether a detector could not be laid out for want of the boxes. */
    public boolean asked() {
        return asked;
    }
}
