package io.ssdlab.plugin.anchors.matching;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;

/** Settings of {@link AtssMatcher}. The default is the paper's k. */
public record AtssConfig(
        @Setting(
                value = "Prior boxes nearest to an object that each source map puts forward, times its boxes per cell;"
                        + " k of the paper.",
                defaultsTo = "9",
                min = 1,
                max = 10_000)
        int candidates)
        implements ComponentConfig {

    /** The paper's setting. */
    public static final AtssConfig PAPER = new AtssConfig(9);
}
