package io.ssdlab.core.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LabelPlacesTest {

    private static final Rectangle CANVAS = new Rectangle(400, 300);

    private final LabelPlaces places = new LabelPlaces(CANVAS.width, CANVAS.height);

    @Test
    void aLabelStandsOnItsBox() {
        assertThat(take(100, 100, 80, 50)).isEqualTo(new Rectangle(100, 80, 60, 20));
    }

    @Test
    void aBoxThatFillsThePictureHasItInside() {
        assertThat(take(0, 0, 400, 300)).isEqualTo(new Rectangle(0, 0, 60, 20));
    }

    @Test
    void boxesOnOneAnotherHaveTheirLabelsSideBySide() {
        List<Rectangle> labels = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            labels.add(take(100 + i, 100, 150, 100));
        }

        for (Rectangle one : labels) {
            assertThat(labels).filteredOn(one::intersects).containsExactly(one);
        }
    }

    @Property(tries = 300, seed = "1")
    void labelsAreInsideThePicture(
            @ForAll @Size(max = 30) List<@IntRange(min = -50, max = 420) Integer> corners,
            @ForAll @IntRange(min = 1, max = 400) int width,
            @ForAll @IntRange(min = 1, max = 300) int height) {
        LabelPlaces labels = new LabelPlaces(CANVAS.width, CANVAS.height);

        for (int corner : corners) {
            Rectangle place = labels.take(new Rectangle2D.Double(corner, corner / 2.0, 90, 70), width, height);

            assertThat(CANVAS.contains(place)).as(place.toString()).isTrue();
            assertThat(place.getSize()).isEqualTo(new Rectangle(width, height).getSize());
        }
    }

    private Rectangle take(int x, int y, int width, int height) {
        return places.take(new Rectangle2D.Double(x, y, width, height), 60, 20);
    }
}
