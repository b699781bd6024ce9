package io.ssdlab.core.run;

import io.ssdlab.core.store.RunName;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.spi.InvalidInputException;
import io.ssdlab.spi.data.DataCache;
import java.nio.file.Path;
import java.util.Set;

/**
 * Where everything that comes out goes: runs, drawn and converted data, and a folder for the table of each experiment.
 *
 * @param root may not exist yet
 */
public record ResultsFolder(Path root) {

    private static final String RUNS = "runs";
    private static final String DATA = "data";

    public RunStore runs() {
        return new RunStore(root.resolve(RUNS));
    }

    public DataCache data() {
        return new DataCache(root.resolve(DATA));
    }

    /**
     * The folder of an experiment's table.
     *
     * @throws InvalidInputException if the experiment is called like a folder that has another purpose
     */
    public Path experiment(String name) {
        String element = RunName.pathElement(name);
        if (Set.of(RUNS, DATA).contains(element)) {
            throw new InvalidInputException(
                    "name",
                    "an experiment cannot be called " + name + ": that folder has another purpose",
                    "rename it");
        }
        return root.resolve(element);
    }
}
