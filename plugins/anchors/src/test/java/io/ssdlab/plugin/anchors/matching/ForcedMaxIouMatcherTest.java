package io.ssdlab.plugin.anchors.matching;

import io.ssdlab.spi.training.Matcher;
import io.ssdlab.testkit.MatcherContract;

/** With the thresholds of Faster R-CNN's region proposal network. */
class ForcedMaxIouMatcherTest extends MatcherContract {

    @Override
    protected Matcher matcher() {
        return new MaxIouMatcher(new MaxIouConfig(0.7, 0.3, true));
    }
}
