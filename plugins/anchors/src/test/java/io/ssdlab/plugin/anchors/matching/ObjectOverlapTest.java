package io.ssdlab.plugin.anchors.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.ssdlab.spi.box.CornerBox;
import io.ssdlab.spi.model.PriorBoxes;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

class ObjectOverlapTest {

    @Property(tries = 300, seed = "20200312")
    @Domain(BoxArbitraries.class)
    void isTheIouOfBoxes(@ForAll PriorBoxes priors, @ForAll List<CornerBox> objects) {
        for (CornerBox object : objects) {
            ObjectOverlap overlap = new ObjectOverlap(object);
            for (int prior = 0; prior < priors.size(); prior++) {
                assertThat(overlap.with(priors.corners(), prior))
                        .as("%s and %s", object, priors.box(prior))
                        .isEqualTo(priors.box(prior).intersectionOverUnion(object));
            }
        }
    }
}
