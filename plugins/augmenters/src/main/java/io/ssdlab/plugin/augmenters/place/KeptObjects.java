package io.ssdlab.plugin.augmenters.place;

import io.ssdlab.spi.Setting;
import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.data.GroundTruth;
import io.ssdlab.spi.data.Image;
import io.ssdlab.spi.model.InputSize;
import java.util.ArrayList;
import java.util.List;

/**
 * Which objects of a picture stay on a canvas. The defaults are those of the YOLO family: of an object a tenth must show, in
 * a box of two pixels a side.
 */
public record KeptObjects(
        @Setting(
                value = "Which objects stay: those of which a share of min-visible shows, or those whose centre does.",
                defaultsTo = "visible")
        Keep rule,

        @Setting(
                value = "With rule visible: the least share of an object's area that shows.",
                defaultsTo = "0.1",
                min = 0,
                max = 1)
        double minVisible,

        @Setting(
                value = "The least width and height in pixels of the input of what shows of an object.",
                defaultsTo = "2",
                min = 0)
        double minSide) {

    /**
     * The objects that stay, each in the box of what shows of it, in units of the canvas; all have an area. An object that
     * reaches out of its picture counts as what the picture shows of it.
     */
    public List<GroundTruth> on(InputSize canvas, Placement placement, Image image, List<GroundTruth> objects) {
        List<GroundTruth> kept = new ArrayList<>(objects.size());
        for (GroundTruth object : objects) {
            if (stays(object.box().clipped(), placement, image)) {
                CornerBox box = onCanvas(object.box(), placement, image, canvas);
                if (box.area() > 0) {
                    kept.add(object.withBox(box));
                }
            }
        }
        return kept;
    }

    private boolean stays(CornerBox box, Placement placement, Image image) {
        AxisPlacement x = placement.x();
        AxisPlacement y = placement.y();
        double left = (double) box.xMin() * image.width();
        double right = (double) box.xMax() * image.width();
        double top = (double) box.yMin() * image.height();
        double bottom = (double) box.yMax() * image.height();
        if (x.onCanvas(right) - x.onCanvas(left) < minSide || y.onCanvas(bottom) - y.onCanvas(top) < minSide) {
            return false;
        }
        if (rule == Keep.CENTRE) {
            return shows((left + right) / 2, x) && shows((top + bottom) / 2, y);
        }
        double visible = (x.cut(right) - x.cut(left)) * (y.cut(bottom) - y.cut(top));
        return visible >= minVisible * (right - left) * (bottom - top);
    }

    private static boolean shows(double place, AxisPlacement axis) {
        return axis.cut(place) == place;
    }

    private static CornerBox onCanvas(CornerBox box, Placement placement, Image image, InputSize canvas) {
        AxisPlacement x = placement.x();
        AxisPlacement y = placement.y();
        return new CornerBox(
                (float) (x.onCanvas((double) box.xMin() * image.width()) / canvas.width()),
                (float) (y.onCanvas((double) box.yMin() * image.height()) / canvas.height()),
                (float) (x.onCanvas((double) box.xMax() * image.width()) / canvas.width()),
                (float) (y.onCanvas((double) box.yMax() * image.height()) / canvas.height()));
    }
}
