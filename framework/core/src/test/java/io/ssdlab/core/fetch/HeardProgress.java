package io.ssdlab.core.fetch;

import java.util.ArrayList;
import java.util.List;

/** Remembers what it hears. */
final class HeardProgress implements FetchListener {

    final List<String> tasks = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    long done;

    @Override
    public void began(String task, long first, long total) {
        tasks.add("%s from %d of %d".formatted(task, first, total));
        done = first;
    }

    @Override
    public void advanced(long now) {
        done = now;
    }

    @Override
    public void ended() {}

    @Override
    public void noted(String what) {
        notes.add(what);
    }
}
