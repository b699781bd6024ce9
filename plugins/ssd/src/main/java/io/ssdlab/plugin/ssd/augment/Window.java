package io.ssdlab.plugin.ssd.augment;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import java.util.ArrayList;
import java.util.List;

/**
 * The rectangle that becomes the new image: a part of the old one (crop), or larger than it (expansion).
 *
 * @param corners in units of the old image, of positive area
 */
record Window(CornerBox corners) {

    /**
     * The objects of the new image: those whose centre lies in the window, borders included, and of which something is
     * left when they are cut to it. TransformAnnotation of the original with EmitConstraint CENTER.
     */
    List<GroundTruth> emit(List<GroundTruth> objects) {
        List<GroundTruth> emitted = new ArrayList<>(objects.size());
        for (GroundTruth object : objects) {
            if (holdsCentreOf(object.box())) {
                CornerBox projected = project(object.box());
                if (projected.area() > 0) {
                    emitted.add(object.withBox(projected));
                }
            }
        }
        return emitted;
    }

    /** Whether the centre of the box lies in the window, borders included. MeetEmitConstraint of the original. */
    boolean holdsCentreOf(CornerBox box) {
        float x = box.centreX();
        float y = box.centreY();
        return x >= corners.xMin() && x <= corners.xMax() && y >= corners.yMin() && y <= corners.yMax();
    }

    /** The box in units of the window, cut to it; without area if it lies outside. ProjectBBox of the original. */
    CornerBox project(CornerBox box) {
        float width = corners.width();
        float height = corners.height();
        return new CornerBox(
                        (box.xMin() - corners.xMin()) / width,
                        (box.yMin() - corners.yMin()) / height,
                        (box.xMax() - corners.xMin()) / width,
                        (box.yMax() - corners.yMin()) / height)
                .clipped();
    }
}
