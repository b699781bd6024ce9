package io.ssdlab.report.page;

import io.ssdlab.core.store.RunFolder;
import io.ssdlab.report.figure.Markup;
import java.util.List;

/** Links to the pages of runs. */
final class RunLinks {

    private RunLinks() {}

    /** The way back to the experiments that show something; their name alone where none does. */
    static Markup trail(List<ExperimentEntry> experiments, String name) {
        Markup trail = new Markup();
        if (experiments.isEmpty()) {
            return trail.element("p", name, "class", "soft");
        }
        trail.open("nav", "class", "trail", "aria-label", "Experiments that show this");
        for (ExperimentEntry entry : experiments) {
            trail.element("a", entry.title(), "href", Links.FROM_FOLDER.to(Links.experimentFile(entry.key())));
            trail.text(" ");
        }
        return trail.close("nav");
    }

    /** A run by its seed and id, with its state unless it is whole; a folder that is not of this store has no page. */
    static void link(Markup markup, StoredRun run, Links links) {
        String id =
                run.summary().id().isEmpty() ? run.name() : run.summary().id().substring(0, 8);
        String text = run.summary().seed().isEmpty()
                ? id
                : "seed %s (%s)".formatted(run.summary().seed(), id);
        if (run.folder().state() == RunFolder.State.FOREIGN) {
            markup.text(text);
        } else {
            markup.element("a", text, "href", links.to(Links.runFile(run.name())));
        }
        String state = run.finished().isPresent()
                ? ""
                : run.problems().isEmpty() || run.folder().state() != RunFolder.State.FINISHED
                        ? run.summary().state()
                        : "damaged";
        markup.text(state.isEmpty() ? " " : " \u2013 " + state + " ");
    }
}
