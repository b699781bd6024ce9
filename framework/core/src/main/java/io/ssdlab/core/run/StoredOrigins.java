package io.ssdlab.core.run;

import io.ssdlab.core.store.Environments;
import io.ssdlab.core.store.FinishedRun;
import io.ssdlab.core.store.RunRecord;
import io.ssdlab.core.store.RunStore;
import io.ssdlab.core.table.RunOrigin;
import java.nio.file.Path;
import java.util.function.Function;

/** Where the stored runs of a results folder are from. Thread-safe. */
public final class StoredOrigins implements Function<RunRecord, RunOrigin> {

    private final ResultsFolder results;
    private final RunStore store;
    private final Environments environments = new Environments();

    public StoredOrigins(ResultsFolder results) {
        this.results = results;
        this.store = results.runs();
    }

    @Override
    public RunOrigin apply(RunRecord run) {
        FinishedRun files = store.files(run);
        Path folder = results.root().relativize(files.folder());
        return new RunOrigin(
                folder.toString().replace(folder.getFileSystem().getSeparator(), "/"),
                environments.of(files).commit().orElse(""));
    }
}
