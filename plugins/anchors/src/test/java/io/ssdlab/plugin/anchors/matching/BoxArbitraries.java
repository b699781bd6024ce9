package io.ssdlab.plugin.anchors.matching;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.PriorBoxes;
import io.ssdlab.spi.model.PriorLayer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Boxes and prior boxes to draw from. */
final class BoxArbitraries extends DomainContextBase {

    /** What prior boxes or objects of a property are: any boxes, or on a coarse grid, where most overlaps are tied. */
    static Arbitrary<CornerBox> boxes(boolean tied) {
        return tied ? gridBox() : box();
    }

    /** One to three source maps; a map may have no prior boxes. */
    @Provide
    Arbitrary<PriorBoxes> priors() {
        Arbitrary<PriorLayer> layer = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 3))
                .as((rows, columns, boxes) -> new PriorLayer("map", rows, columns, boxes));
        Arbitrary<List<PriorLayer>> layers = layer.list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(layers, Arbitraries.of(true, false))
                .flatAs((maps, tied) -> boxes(tied)
                        .list()
                        .ofSize(maps.stream().mapToInt(PriorLayer::boxes).sum())
                        .map(boxes -> Scenes.priors(maps, boxes)));
    }

    /** None to thirty objects, some of them twice. */
    @Provide
    Arbitrary<List<CornerBox>> objects() {
        Arbitrary<List<CornerBox>> once =
                Arbitraries.of(true, false).flatMap(tied -> boxes(tied).list().ofMaxSize(28));
        return once.map(boxes -> {
            List<CornerBox> all = new ArrayList<>(boxes);
            all.addAll(boxes.subList(0, Math.min(2, boxes.size())));
            return List.copyOf(all);
        });
    }

    private static Arbitrary<CornerBox> box() {
        Arbitrary<Float> coordinate = Arbitraries.floats().between(-0.2f, 1.2f);
        return Combinators.combine(coordinate, coordinate, coordinate, coordinate)
                .as((x, y, otherX, otherY) -> new CornerBox(
                        Math.min(x, otherX), Math.min(y, otherY), Math.max(x, otherX), Math.max(y, otherY)));
    }

    private static Arbitrary<CornerBox> gridBox() {
        Arbitrary<Integer> corner = Arbitraries.integers().between(-1, 8);
        Arbitrary<Integer> size = Arbitraries.integers().between(1, 4);
        // Eighths are exact in binary: equal overlaps and distances are equal to the last bit.
        return Combinators.combine(corner, corner, size, size)
                .as((x, y, width, height) -> new CornerBox(x / 8f, y / 8f, (x + width) / 8f, (y + height) / 8f));
    }
}
