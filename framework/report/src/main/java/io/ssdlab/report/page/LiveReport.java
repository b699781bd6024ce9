package io.ssdlab.report.page;

import io.ssdlab.core.run.ResultsFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The page of the runs in progress, written again and again while they are followed, and once more when they are not. Thread-safe:
 * whoever is interrupted closes it from another thread.
 */
public final class LiveReport {

    private final StoredRuns runs;
    private final ReportFolder folder;
    private final Clock clock;
    private final Set<String> followed = new LinkedHashSet<>();
    private boolean closed;

    /** @param clock tells when the page was written */
    public LiveReport(ResultsFolder results, Clock clock) {
        this.runs = new StoredRuns(results.runs());
        this.folder = ReportFolder.of(results);
        this.clock = clock;
    }

    /** Where the page is. */
    public Path page() {
        return folder.root().resolve(Links.LIVE);
    }

    /**
     * Writes the page, unless it is closed or nothing has been in progress yet; browsers load it again by themselves.
     *
     * @param again after how many seconds
     * @return the names of the runs in progress; may be empty between two runs of an experiment
     */
    public synchronized List<String> write(int again) {
        List<StoredRun> running = runs.running();
        running.forEach(run -> followed.add(run.name()));
        if (!closed && !followed.isEmpty()) {
            write(new LivePage(running, LivePage.Stage.FOLLOWED, PageTime.of(clock)), Optional.of(again));
        }
        return running.stream().map(StoredRun::name).toList();
    }

    /**
     * Writes the page for the last time, with what became of the runs; browsers do not load it again. Does nothing if there is none,
     * or if it is closed already.
     *
     * @param reported whether the whole report is written, which it then leads to
     */
    public synchronized void close(boolean reported) {
        if (closed || followed.isEmpty()) {
            return;
        }
        closed = true;
        List<StoredRun> all = runs.read().stream()
                .filter(run -> followed.contains(run.name()))
                .toList();
        LivePage.Stage stage = reported ? LivePage.Stage.REPORTED : LivePage.Stage.LEFT;
        write(new LivePage(all, stage, PageTime.of(clock)), Optional.empty());
    }

    private void write(LivePage page, Optional<Integer> again) {
        folder.write(Links.LIVE, page.title(), again, page.body());
    }
}
