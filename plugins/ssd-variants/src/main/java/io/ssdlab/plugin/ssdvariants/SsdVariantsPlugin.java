package io.ssdlab.plugin.ssdvariants;

import io.ssdlab.spi.Contributions;
import io.ssdlab.spi.Plugin;

/**
 * The plugin {@code ssd-variants}: what the ablations of SSD take away, each as a variant. Variants combine: each sets
 * keys that no other sets.
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
                "flip-only");
    }
}
