package io.ssdlab.spi.data;

import io.ssdlab.spi.Maturity;
import io.ssdlab.spi.box.CornerBox;
import java.util.List;

/**
 * The boxes on which a detector is trained, for prior boxes that are made to fit them. Injected into {@link
 * io.ssdlab.spi.model.PriorBoxGenerator prior-box generators}: what is laid out then depends on the training set, and every
 * command that lays out the detector reads its annotations.
 *
 * <p>Thread-safe.
 */
@Maturity(Maturity.Level.EXPERIMENTAL)
@FunctionalInterface
public interface TrainingBoxes {

    /**
     * Normalised corners of every object of the training split, in its order, without the difficult ones where training
     * leaves them out. Read when first asked for, not before.
     *
     * @throws io.ssdlab.spi.InvalidInputException with the problems of the data set
     */
    List<CornerBox> boxes();
}
