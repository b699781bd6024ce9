package io.ssdlab.core.experiment;

import io.ssdlab.core.plugin.ComponentChoice;
import io.ssdlab.core.plugin.ComponentKind;
import io.ssdlab.spi.Setting;

/** The splits: what is trained on and what is tested on. */
public record DatasetSettings(
        @Chosen(ComponentKind.DATASET) @Setting("The split that is trained on.")
        ComponentChoice train,

        @Chosen(ComponentKind.DATASET) @Setting("The split that scores are taken on.")
        ComponentChoice test) {}
