package io.ssdlab.plugin.datasets.coco;

import io.ssdlab.plugin.datasets.reading.EmptyBoxes;
import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import java.nio.file.Path;

/** Settings of {@link CocoReader}. */
public record CocoConfig(
        @Setting("Instances file: images, categories and annotations, such as annotations/instances_val2017.json.")
        Path annotations,

        @Setting("Folder that the file names of the images start from, such as val2017.")
        Path images,

        @Setting(value = "How many images to read from the start of the file, 0 for all.", defaultsTo = "0", min = 0)
        int limit,

        @Setting(value = "Whether images without an object are kept.", defaultsTo = "yes")
        boolean keepEmpty,

        @Setting(
                value = "What to do with a box without area: refuse the data set, skip the object with a warning, or"
                        + " take all boxes as-written, without cutting them to the image.",
                defaultsTo = "refuse")
        EmptyBoxes emptyBoxes)
        implements ComponentConfig {}
