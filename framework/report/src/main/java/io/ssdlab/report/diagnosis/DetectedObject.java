package io.ssdlab.report.diagnosis;

import io.ssdlab.coco.CocoImage;
import io.ssdlab.core.coverage.MeasuredObject;
import io.ssdlab.spi.data.AnnotatedObject;
import io.ssdlab.spi.model.InputSize;

/**
 * An object of the test split with what groupings go by.
 *
 * @param side as {@link MeasuredObject#side}
 * @param aspectRatio as {@link MeasuredObject#aspectRatio}
 */
record DetectedObject(AnnotatedObject annotated, double side, double aspectRatio) implements MeasuredObject {

    /** @param input to which the image is warped */
    static DetectedObject of(AnnotatedObject annotated, CocoImage image, InputSize input) {
        double width = annotated.box().width() / image.width();
        double height = annotated.box().height() / image.height();
        return new DetectedObject(
                annotated, Math.sqrt(width * height), width * input.width() / (height * input.height()));
    }
}
