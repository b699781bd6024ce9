package org.example.plugin;

import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;

/** The plugin {@code example}: the matching of S3FD, and GridMask. */
public final class ExamplePlugin implements Plugin {

    @Override
    public String name() {
        return "example";
    }

    @Override
    public void contribute(Contributions example) {
        example.matcher("scale-compensation", ScaleCompensationMatcher.class)
                .augmenter("grid-mask", GridMask.class)
                .variants("grid-mask");
    }
}
