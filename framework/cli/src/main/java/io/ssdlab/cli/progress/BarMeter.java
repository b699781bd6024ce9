package io.ssdlab.cli.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar with the time to go. */
final class BarMeter implements ProgressMeter {

    private static final int UPDATE_MILLISECONDS = 500;

    private final PrintStream err;
    private final int columns;
    private Optional<ProgressBar> bar = Optional.empty();
    private Optional<Line> line = Optional.empty();

    BarMeter(PrintStream err, int columns) {
        this.err = err;
        this.columns = columns;
    }

    @Override
    public void begin(String task, long done, long total) {
        end();
        Line consumer = new Line(err, columns);
        line = Optional.of(consumer);
        bar = Optional.of(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLISECONDS)
                .setConsumer(consumer)
                .startsFrom(done, Duration.ZERO)
                .build());
    }

    @Override
    public void advance(long done, String remark) {
        bar.ifPresent(shown -> shown.stepTo(done).setExtraMessage(" " + remark));
    }

    @Override
    public void end() {
        bar.ifPresent(ProgressBar::close);
        // A bar closed before its first update does not end its line.
        line.filter(drawn -> !drawn.closed).ifPresent(Line::close);
        bar = Optional.empty();
        line = Optional.empty();
    }

    private static final class Line extends ConsoleProgressBarConsumer {

        private volatile boolean closed;

        Line(PrintStream out, int columns) {
            super(out, columns);
        }

        @Override
        public void close() {
            closed = true;
            super.close();
        }
    }
}
