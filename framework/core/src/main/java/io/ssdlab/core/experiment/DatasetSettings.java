package io.ssdlab.core.experiment;

import io.ssdlab.core.plugin.ComponentKind;
import io.ssdlab.spi.Setting;

/**
 * The splits: what is trained on and what is tested on. Each is one data set ({@code {use: voc, ...}}) or a list of them,
 * which are joined in order. The list of an inherited file is replaced by a list or by a map with {@code use}; a part of it
 * is changed by its number, counted from 0: {@code --set dataset.train.1.split=val}.
 */
public record DatasetSettings(
        @Chosen(ComponentKind.DATASET) @Setting("The split that is trained on; a list of data sets is joined in order.")
        DatasetChoice train,

        @Chosen(ComponentKind.DATASET)
        @Setting("The split that scores are taken on; a list of data sets is joined in order.")
        DatasetChoice test) {}
