package io.ssdlab.core.run;

import io.ssdlab.core.store.RunDescription;
import io.ssdlab.core.store.RunKey;
import io.ssdlab.core.store.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Tells in words what changed since a run was made.
 *
 * @param key of the run that is wanted now
 * @param settings of that run, by dotted key
 */
record RunChanges(RunKey key, SortedMap<String, String> settings) {

    private static final int TOLD = 4;
    private static final String NOTHING = "nothing";

    /**
     * The changes since a run; never empty for a run that is not the wanted one.
     *
     * @param description of the run, if it is known
     */
    List<String> since(RunRecord run, Optional<RunDescription> description) {
        List<String> changes = new ArrayList<>();
        if (!run.identity().configHash().equals(key.configHash())) {
            changes.addAll(description
                    .map(then -> differences(name -> name, then.settings(), settings))
                    .orElse(List.of("its settings changed")));
        }
        changes.addAll(differences(RunChanges::plugin, run.identity().versions(), key.versions()));
        if (key.dataFingerprint()
                .filter(data -> !data.equals(run.identity().dataFingerprint()))
                .isPresent()) {
            changes.add("the data set changed");
        }
        return changes;
    }

    private static String plugin(String name) {
        return name.equals(UsedVersions.FRAMEWORK) ? name : "plugin " + name;
    }

    private static List<String> differences(
            UnaryOperator<String> label, Map<String, String> before, Map<String, String> now) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        List<String> all = names.stream()
                .filter(name -> !before.getOrDefault(name, NOTHING).equals(now.getOrDefault(name, NOTHING)))
                .map(name -> "%s: %s, was %s"
                        .formatted(
                                label.apply(name), now.getOrDefault(name, NOTHING), before.getOrDefault(name, NOTHING)))
                .toList();
        if (all.size() <= TOLD) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, TOLD - 1));
        some.add("%d further settings".formatted(all.size() - TOLD + 1));
        return some;
    }
}
