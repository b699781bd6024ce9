package io.ssdlab.core.plugin.toy;

import io.ssdlab.spi.ComponentConfig;
import io.ssdlab.spi.Setting;
import io.ssdlab.spi.data.AnnotatedImage;
import io.ssdlab.spi.data.DataCache;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.data.DatasetReader;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Blank images that nobody ever opens. */
public final class ToyDataset implements DatasetReader {

    /** Its settings. */
    public record Config(
            @Setting("The folder.") Path root,

            @Setting(value = "The number of images.", defaultsTo = "3", min = 1)
            int images,

            @Setting(value = "The split.", defaultsTo = "all")
            String split)
            implements ComponentConfig {}

    private final Config config;

    @Inject
    public ToyDataset(Config config, DataCache cache) {
        if (cache.folder().equals(config.root())) {
            throw new IllegalArgumentException("root is the cache");
        }
        this.config = config;
    }

    @Override
    public Dataset read() {
        return new Dataset(
                List.of("thing"),
                IntStream.range(0, config.images())
                        .mapToObj(i -> new AnnotatedImage(
                                config.split() + i, config.root().resolve(i + ".png"), 8, 8, List.of()))
                        .toList(),
                List.of());
    }
}
