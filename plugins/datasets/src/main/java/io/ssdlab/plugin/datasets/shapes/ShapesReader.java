package io.ssdlab.plugin.datasets.shapes;

import io.ssdlab.plugin.datasets.reading.EmptyBoxes;
import io.ssdlab.plugin.datasets.voc.Annotations;
import io.ssdlab.plugin.datasets.voc.Pictures;
import io.ssdlab.plugin.datasets.voc.VocConfig;
import io.ssdlab.plugin.datasets.voc.VocReader;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.Problem;
import io.ssdlab.spi.data.DataCache;
import io.ssdlab.spi.data.Dataset;
import io.ssdlab.spi.data.DatasetReader;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the data set {@code shapes}, which it draws on first use: 10 to 20 seconds of two cores for the default.
 *
 * <p>Textured shapes of eight classes before cluttered backgrounds. A good third of the objects is small (8 to 16 % of
 * the image's side) and about a third elongated (1:3 or 3:1), so that the finest feature map and the {1/3, 3} prior boxes
 * show their worth. Drawn from its seed alone: equal settings give equal images on any machine with the same Java
 * runtime.
 */
public final class ShapesReader implements DatasetReader {

    private final ShapesConfig config;
    private final DataCache cache;

    @Inject
    public ShapesReader(ShapesConfig config, DataCache cache) {
        this.config = config;
        this.cache = cache;
    }

    /**
     * Reads the split, after drawing the data set if the cache does not have it.
     *
     * @throws java.io.UncheckedIOException if it cannot be written; nothing half-drawn is left behind
     */
    @Override
    public Dataset read() {
        Path folder = new ShapesFolder(config, cache.folder()).drawn();
        VocConfig voc = new VocConfig(
                folder,
                Optional.empty(),
                config.split().fileName(),
                ShapeClass.names(),
                0,
                true,
                EmptyBoxes.REFUSE,
                Annotations.REQUIRED,
                Pictures.REQUIRED);
        try {
            return new VocReader(voc).read();
        } catch (InvalidInputException e) {
            List<Problem> problems = new ArrayList<>();
            problems.add(new Problem(
                    folder.toString(),
                    "the drawn data set is damaged",
                    "Delete this folder: the data set is then drawn again."));
            problems.addAll(e.problems());
            throw new InvalidInputException(problems);
        }
    }
}
