package io.ssdlab.plugin.ssdvariants;

import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;

/**
 * The plugin {@code ssd-variants}: what the ablations of SSD take away, each as a variant. Variants combine: each sets
 * keys that no other sets, but for those that choose source maps, of which one is enough.
 */
public final class SsdVariantsPlugin implements Plugin {

    @Override
    public String name() {
        return "ssd-variants";
    }

    @Override
    public void contribute(Contributions variants) {
        variants.variants(
                "no-38x38",
                "no-third-ratios",
                "no-half-ratios",
                "no-expansion",
                "no-boundary-boxes",
                "no-atrous",
                "flip-only",
                "sources-38-to-3",
                "sources-38-to-5",
                "sources-38-to-10",
                "sources-38-19",
                "sources-19");
    }
}
